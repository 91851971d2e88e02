#include "importers/formats/archive_reader.h"

#include "core/text/utf8.h"
#include "importers/formats/gunzip.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <new>

namespace annals {
namespace {

constexpr std::size_t piece_size = 256 << 10;

struct Free {
    void operator()(archive* opened) const { archive_read_free(opened); }
};

/// A name as archives have them, without what leads out of a folder or troubles a terminal.
std::string inner_name(const char* name) {
    std::string inner;
    const std::string whole = repair_utf8(name ? name : "");
    for (std::string_view rest = whole; !rest.empty();) {
        const std::size_t end = std::min(rest.find_first_of("/\\"), rest.size());
        const std::string_view part = rest.substr(0, end);
        if (!part.empty() && part != "." && part != "..") inner += (inner.empty() ? "" : "/") + std::string(part);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    for (char& c : inner)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = '?';
    return inner;
}

}  // namespace

struct ArchiveReader::Source {
    std::string_view bytes;  // where they are all there
    std::size_t at = 0;
    std::function<void(std::size_t)> done_with;

    ByteStream stream;       // where they come
    std::string_view first;  // a piece that was looked at before
    std::unique_ptr<Gunzip> gunzip;

    std::uint64_t taken = 0;
    std::unique_ptr<archive, Free> opened;

    bool seekable() const { return !stream && !gunzip; }

    std::string_view next_raw() {
        std::string_view piece;
        if (!stream) {
            if (done_with) done_with(at);
            piece = bytes.substr(std::min(at, bytes.size()), piece_size);
            at += piece.size();
            taken = std::max<std::uint64_t>(taken, at);
        } else {
            piece = first.empty() ? stream() : first;
            first = {};
            taken += piece.size();
        }
        return piece;
    }

    std::string_view next_piece() { return gunzip ? gunzip->next() : next_raw(); }

    static la_ssize_t read(archive*, void* source, const void** buffer) {
        const std::string_view piece = static_cast<Source*>(source)->next_piece();
        *buffer = piece.data();
        return static_cast<la_ssize_t>(piece.size());
    }

    static la_int64_t skip(archive*, void* source, la_int64_t request) {
        Source& self = *static_cast<Source*>(source);
        const auto step = std::min<std::uint64_t>(static_cast<std::uint64_t>(request), self.bytes.size() - self.at);
        self.at += step;
        return static_cast<la_int64_t>(step);
    }

    static la_int64_t seek(archive*, void* source, la_int64_t offset, int whence) {
        Source& self = *static_cast<Source*>(source);
        const auto size = static_cast<la_int64_t>(self.bytes.size());
        const la_int64_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? static_cast<la_int64_t>(self.at) : size;
        self.at = static_cast<std::size_t>(std::clamp<la_int64_t>(base + std::clamp<la_int64_t>(offset, -size, size), 0, size));
        return static_cast<la_int64_t>(self.at);
    }
};

ArchiveReader::ArchiveReader(std::string_view bytes, const FormatHint& hint, ArchiveBounds& bounds)
    : bounds_(bounds), outermost_(!hint.archive), source_(std::make_unique<Source>()) {
    source_->bytes = bytes;
    source_->done_with = hint.done_with;
    if (is_gzip(bytes)) source_->gunzip = std::make_unique<Gunzip>([source = source_.get()] { return source->next_raw(); });
    open();
}

ArchiveReader::ArchiveReader(const ByteStream& bytes, const FormatHint& hint, ArchiveBounds& bounds)
    : bounds_(bounds), outermost_(!hint.archive), source_(std::make_unique<Source>()) {
    source_->stream = bytes;
    source_->first = bytes();
    if (is_gzip(source_->first)) source_->gunzip = std::make_unique<Gunzip>([source = source_.get()] { return source->next_raw(); });
    open();
}

ArchiveReader::~ArchiveReader() = default;

void ArchiveReader::open() {
    source_->opened.reset(archive_read_new());
    archive* opened = source_->opened.get();
    if (!opened) throw std::bad_alloc();
    archive_read_support_format_tar(opened);
    archive_read_support_format_zip(opened);
    archive_read_support_format_raw(opened);
    archive_read_support_format_empty(opened);
    if (!source_->gunzip) {
        archive_read_support_filter_bzip2(opened);
        archive_read_support_filter_xz(opened);
        archive_read_support_filter_zstd(opened);
    }
    archive_read_set_read_callback(opened, Source::read);
    if (source_->seekable()) {
        archive_read_set_skip_callback(opened, Source::skip);
        archive_read_set_seek_callback(opened, Source::seek);
    }
    archive_read_set_callback_data(opened, source_.get());
    if (archive_read_open1(opened) < ARCHIVE_WARN) fail("archive.broken", reason());
}

bool ArchiveReader::fail(const char* code, std::string text) {
    entry_open_ = false;
    if (!fault_) fault_ = Diagnostic{code, Severity::warning, {}, {}, std::move(text)};
    return false;
}

bool ArchiveReader::over_bounds() {
    if (outermost_) bounds_.taken = std::max(bounds_.taken, source_->taken);
    if (bounds_.too_many()) return !fail("archive.entries", "more than 1,000,000 entries; the others were left out");
    if (bounds_.too_far()) return !fail("archive.ratio", "unpacks to more than 200 times its size; reading stopped there");
    return false;
}

std::string ArchiveReader::reason() const {
    if (source_->gunzip && !source_->gunzip->fault().empty()) return source_->gunzip->fault();
    const char* reason = archive_error_string(source_->opened.get());
    return std::string("damaged or broken off") + (reason ? std::string(": ") + reason : std::string());
}

bool ArchiveReader::next() {
    archive* opened = source_->opened.get();
    // An entry that nobody wants is unpacked all the same where that is the only way past it, so that it counts.
    if (!source_->seekable() || archive_format(opened) != ARCHIVE_FORMAT_ZIP)
        while (!read().empty()) {}
    if (fault_) return false;
    entry_ = {};
    archive_entry* header = nullptr;
    int status = ARCHIVE_RETRY;
    while (status == ARCHIVE_RETRY) {
        status = archive_read_next_header(opened, &header);
        ++bounds_.entries;
        if (over_bounds()) return false;
    }
    if (status < ARCHIVE_WARN || (status == ARCHIVE_EOF && source_->gunzip && !source_->gunzip->fault().empty())) return fail("archive.broken", reason());
    if (status == ARCHIVE_EOF) return false;
    const bool raw = archive_format(opened) == ARCHIVE_FORMAT_RAW;
    const int filters = archive_filter_count(opened) - 1 + (source_->gunzip ? 1 : 0);
    if (raw && filters == 0) return fail("archive.broken", "it cannot be told what it is");
    if (filters > 1) return fail("archive.nesting", "it is compressed more than once");
    const char* name = archive_entry_pathname_utf8(header);
    if (!raw) entry_.name = inner_name(name ? name : archive_entry_pathname(header));
    const auto type = archive_entry_filetype(header);
    const bool link = archive_entry_hardlink(header) || archive_entry_symlink(header);
    if (type == AE_IFDIR) entry_.kind = ArchiveEntry::Kind::folder;
    else if (link || (type != AE_IFREG && type != 0)) entry_.kind = ArchiveEntry::Kind::other;
    entry_.locked = archive_entry_is_encrypted(header);
    entry_open_ = !entry_.locked;
    return true;
}

std::string_view ArchiveReader::read() {
    while (entry_open_) {
        const void* data = nullptr;
        std::size_t size = 0;
        la_int64_t offset = 0;  // the holes of a sparse file are passed over
        const int status = archive_read_data_block(source_->opened.get(), &data, &size, &offset);
        const bool good = status == ARCHIVE_OK || status == ARCHIVE_WARN;
        if (good) bounds_.given += size;
        entry_open_ = good && !over_bounds();
        if (status == ARCHIVE_FATAL || (!good && source_->gunzip && !source_->gunzip->fault().empty())) fail("archive.broken", reason());
        else if (status != ARCHIVE_EOF && status != ARCHIVE_OK) entry_.fault = reason();
        if (good && size > 0) return {static_cast<const char*>(data), size};
    }
    return {};
}

}  // namespace annals
