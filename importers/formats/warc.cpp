// Web archives: each page that was answered with success is a document. The day of the capture is no day of publication.
#include "importers/formats/formats.h"

#include "core/text/ascii.h"
#include "importers/formats/archive_bounds.h"
#include "importers/formats/decode.h"
#include "importers/formats/gunzip.h"
#include "importers/formats/url_date.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace annals {
namespace {

constexpr std::size_t head_limit = 64 << 10;               // bytes of the headers of a record or an answer
constexpr std::size_t page_limit = std::size_t{32} << 20;  // of a page, packed or unpacked
constexpr std::size_t told_limit = 1000;

std::optional<std::uint64_t> number(std::string_view digits, int base = 10) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    if (error != std::errc() || end != digits.data() + digits.size()) return {};
    return value;
}

/// "Name: value" lines, names lower case. The first of a name counts.
class Headers {
public:
    void add(std::string_view line) {
        const std::size_t colon = line.find(':');
        if (colon != line.npos) fields_.emplace_back(ascii_lower(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
    }
    std::string_view operator[](std::string_view name) const {
        const auto found = std::find_if(fields_.begin(), fields_.end(), [&](const auto& field) { return field.first == name; });
        return found == fields_.end() ? std::string_view() : std::string_view(found->second);
    }

private:
    std::vector<std::pair<std::string, std::string>> fields_;
};

/// Lines and counted bytes of a stream.
class Bytes {
public:
    explicit Bytes(const ByteStream& stream) : stream_(stream) {}

    /// False at the end. A line longer than the bound is cut; "\r\n" or "\n" ends it and is left out.
    bool line(std::string& into) {
        into.clear();
        while (refill()) {
            const std::size_t end = std::min(piece_.find('\n'), piece_.size());
            into += piece_.substr(0, std::min(end, head_limit - std::min(into.size(), head_limit)));
            const bool ended = end < piece_.size();
            piece_.remove_prefix(std::min(end + 1, piece_.size()));
            if (!ended) continue;
            if (into.ends_with('\r')) into.pop_back();
            return true;
        }
        return !into.empty();
    }

    /// Passes `count` bytes, of which the first `keep` are kept; gives how many there were.
    std::uint64_t take(std::uint64_t count, std::size_t keep, std::string& into) {
        into.clear();
        std::uint64_t passed = 0;
        while (passed < count && refill()) {
            const auto step = static_cast<std::size_t>(std::min<std::uint64_t>(count - passed, piece_.size()));
            into += piece_.substr(0, std::min(step, keep - into.size()));
            piece_.remove_prefix(step);
            passed += step;
        }
        return passed;
    }

private:
    bool refill() {
        if (piece_.empty()) piece_ = stream_();
        return !piece_.empty();
    }

    const ByteStream& stream_;
    std::string_view piece_;
};

/// The body of an answer that came in chunks; as it is where it does not look so, since some programs undo them and leave the header.
std::string without_chunks(std::string_view body) {
    std::string whole;
    for (std::string_view rest = body;;) {
        const std::size_t end = rest.find("\r\n");
        const auto size = number(trimmed(rest.substr(0, std::min(rest.find_first_of(";\r"), rest.size()))), 16);
        if (end == rest.npos || !size) return whole.empty() ? std::string(body) : whole;
        rest.remove_prefix(end + 2);
        whole += rest.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(*size, rest.size())));
        if (*size == 0 || *size >= rest.size()) return whole;
        rest.remove_prefix(static_cast<std::size_t>(*size));
        if (rest.starts_with("\r\n")) rest.remove_prefix(2);
    }
}

/// A media type without its parameters, and its charset.
std::string media_type(std::string_view value) { return ascii_lower(trimmed(value.substr(0, value.find(';')))); }

std::string charset(std::string_view value) {
    const std::size_t at = ascii_lower(value).find("charset=");
    if (at == std::string::npos) return {};
    const std::string_view name = trimmed(value.substr(at + 8, value.find(';', at) - at - 8));
    return std::string(name.starts_with('"') && name.size() > 1 ? name.substr(1, name.size() - 2) : name);
}

class Records {
public:
    Records(const ByteStream& stream, const FormatHint& hint, const DocumentSink& sink)
        : bytes_(stream), hint_(hint), sink_(sink), bounds_(hint.archive ? *hint.archive : own_) {}

    Diagnostics read() {
        std::string line;
        bool astray = false;
        while (bytes_.line(line)) {
            if (line.empty()) continue;
            if (!line.starts_with("WARC/")) {
                if (!astray) tell("warc.broken", {}, "bytes that belong to no record were passed over");
                astray = true;
                continue;
            }
            astray = false;
            if (!read_record()) break;
        }
        return std::move(diagnostics_);
    }

private:
    void tell(const char* code, const std::string& url, std::string text) {
        if (diagnostics_.size() < told_limit) diagnostics_.push_back({code, Severity::warning, url.empty() ? std::string() : hint_.path + "!/" + url, {}, std::move(text)});
    }

    /// False when reading shall stop.
    bool read_record() {
        Headers headers;
        std::string line;
        for (std::size_t size = 0; bytes_.line(line) && !line.empty() && size < head_limit; size += line.size()) headers.add(line);
        const auto length = number(headers["content-length"]);
        if (!length) {
            tell("warc.broken", {}, "a record does not say how long it is and was left out");
            return true;
        }
        const std::string_view type = headers["warc-type"];
        const bool wanted = type == "response" || type == "conversion" || type == "resource";
        std::string_view url = headers["warc-target-uri"];
        if (url.starts_with('<') && url.ends_with('>')) url = url.substr(1, url.size() - 2);  // as version 1.0 wrote them
        std::string block;
        const std::uint64_t passed = bytes_.take(*length, wanted ? page_limit + 1 : 0, block);
        if (!hint_.archive) bounds_.taken += passed;
        if (passed < *length) tell("warc.broken", std::string(url), "the last record breaks off; what there is of it was read");
        if (!wanted || !url.starts_with("http")) return true;
        const bool answer = type == "response";
        Headers http;
        std::string_view body = block;
        if (answer && !read_http_head(body, http)) return true;
        const std::string_view content_type = answer ? http["content-type"] : headers["content-type"];
        const std::string media = media_type(content_type);
        if (media != "text/html" && media != "text/plain" && media != "application/xhtml+xml") return true;
        if (block.size() > page_limit) {
            tell("warc.page", std::string(url), "the page is larger than 32 MB and was left out");
            return true;
        }
        std::string whole(body);
        if (answer && ascii_lower(http["transfer-encoding"]).find("chunked") != std::string::npos) whole = without_chunks(body);
        if (answer && !decode_content(ascii_lower(http["content-encoding"]), whole, std::string(url))) return going_;
        return send(whole, media, charset(content_type), std::string(url));
    }

    /// Takes status line and headers off the body; false for what is no page: a redirection, a page that was not found.
    static bool read_http_head(std::string_view& body, Headers& http) {
        const auto next_line = [&body] {
            const std::size_t end = std::min(body.find('\n'), body.size());
            const std::string_view line = trimmed(body.substr(0, end));
            body.remove_prefix(std::min(end + 1, body.size()));
            return line;
        };
        const std::string_view status = next_line();
        const std::size_t space = status.find(' ');
        if (!status.starts_with("HTTP/") || space == status.npos || !status.substr(space + 1).starts_with('2')) return false;
        for (std::string_view line = next_line(); !line.empty(); line = next_line()) http.add(line);
        return true;
    }

    bool decode_content(const std::string& coding, std::string& body, const std::string& url) {
        if (coding.empty() || coding == "identity") return true;
        if (coding != "gzip" && coding != "x-gzip" && coding != "deflate") {
            tell("warc.coding", url, "the page is coded as \"" + coding.substr(0, 40) + "\", which cannot be read");
            return false;
        }
        if (coding != "deflate" && !is_gzip(body)) return true;  // undone by the program that wrote the archive
        const std::string packed = std::move(body);
        bool given = false;
        Gunzip gunzip([&]() -> std::string_view { return std::exchange(given, true) ? std::string_view() : packed; });
        body.clear();
        for (std::string_view piece = gunzip.next(); !piece.empty() && body.size() <= page_limit; piece = gunzip.next()) body += piece;
        bounds_.given += body.size();
        if (bounds_.too_far()) {
            tell("archive.ratio", {}, "the pages unpack to more than 200 times their size; reading stopped there");
            return going_ = false;
        }
        if (body.size() > page_limit) tell("warc.page", url, "the page unpacks to more than 32 MB and was left out");
        else if (!gunzip.fault().empty()) tell("warc.broken", url, "the page was read as far as it goes: " + gunzip.fault());
        return body.size() <= page_limit;
    }

    bool send(const std::string& body, const std::string& media, const std::string& charset, const std::string& url) {
        FormatHint hint{hint_.path + "!/" + url, hint_.fields};
        const DocumentSink with_url = [&](Document&& document) {
            document.path = hint.path;
            document.url = url;
            std::erase_if(document.stated, [](const StatedDate& date) { return date.basis == DateBasis::url; });
            if (const std::string edtf = date_in_url(url); !edtf.empty()) document.stated.push_back({edtf, DateBasis::url, url});
            return going_ = sink_(std::move(document));
        };
        // What the server says of the charset counts more than what the page says.
        const bool marked = body.starts_with("\xef\xbb\xbf") || body.starts_with("\xfe\xff") || body.starts_with("\xff\xfe");
        Decoded decoded;
        if (!charset.empty() && !marked) decoded = decode(body, charset);
        const std::string& text = decoded.text.empty() ? body : decoded.text.insert(0, "\xef\xbb\xbf");
        for (Diagnostic& diagnostic : media == "text/plain" ? read_text(text, hint, with_url) : read_html(text, hint, with_url)) diagnostics_.push_back(std::move(diagnostic));
        for (Diagnostic& diagnostic : decoded.diagnostics) tell(diagnostic.code.c_str(), url, diagnostic.text);
        return going_;
    }

    Bytes bytes_;
    const FormatHint& hint_;
    const DocumentSink& sink_;
    ArchiveBounds own_;
    ArchiveBounds& bounds_;
    Diagnostics diagnostics_;
    bool going_ = true;
};

}  // namespace

int recognise_warc(std::string_view head) { return head.starts_with("WARC/1.") || head.starts_with("WARC/0.") ? 98 : 0; }

Diagnostics read_warc(const ByteStream& bytes, const FormatHint& hint, const DocumentSink& sink) { return Records(bytes, hint, sink).read(); }

}  // namespace annals
