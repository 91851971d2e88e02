#include "importers/formats/gunzip.h"

#include <zlib.h>

#include <array>
#include <new>

namespace annals {

struct Gunzip::State {
    z_stream stream = {};
    std::array<char, 64 << 10> output;
    bool within = true;  // a member
    bool done = false;
};

bool is_gzip(std::string_view head) { return head.starts_with("\x1f\x8b\x08"); }

Gunzip::Gunzip(ByteStream compressed) : compressed_(std::move(compressed)), state_(std::make_unique<State>()) {
    if (inflateInit2(&state_->stream, MAX_WBITS + 32) != Z_OK) throw std::bad_alloc();  // 32: gzip or zlib, as its head says
}

Gunzip::~Gunzip() { inflateEnd(&state_->stream); }

bool Gunzip::refill() {
    z_stream& stream = state_->stream;
    while (stream.avail_in == 0) {
        const std::string_view piece = compressed_().substr(0, 1 << 30);
        if (piece.empty()) return false;
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(piece.data()));
        stream.avail_in = static_cast<uInt>(piece.size());
        while (!state_->within && stream.avail_in && *stream.next_in == 0) {  // padding behind a member
            ++stream.next_in;
            --stream.avail_in;
        }
    }
    return true;
}

std::string_view Gunzip::next() {
    z_stream& stream = state_->stream;
    auto& output = state_->output;
    stream.next_out = reinterpret_cast<Bytef*>(output.data());
    stream.avail_out = static_cast<uInt>(output.size());
    while (!state_->done && stream.avail_out) {
        if (!refill()) {
            if (state_->within) fault_ = "the compressed data breaks off";
            state_->done = true;
            break;
        }
        if (!state_->within) {
            inflateReset(&stream);
            state_->within = true;
        }
        const int status = inflate(&stream, Z_NO_FLUSH);
        if (status == Z_STREAM_END) {
            state_->within = false;
        } else if (status != Z_OK && status != Z_BUF_ERROR) {
            fault_ = std::string("the compressed data is damaged") + (stream.msg ? std::string(": ") + stream.msg : std::string());
            state_->done = true;
        }
    }
    return {output.data(), output.size() - stream.avail_out};
}

}  // namespace annals
