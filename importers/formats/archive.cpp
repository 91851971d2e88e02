// Archives and compressed files of anything that can be read: each entry is a file of its own, "archive.zip!/inner/name".
#include "importers/formats/formats.h"

#include "importers/formats/archive_reader.h"
#include "importers/formats/gunzip.h"
#include "importers/formats/zip_names.h"

#include <algorithm>
#include <array>
#include <string>

namespace annals {
namespace {

constexpr std::size_t told_limit = 1000;

bool is_tar(std::string_view head) {
    constexpr std::size_t block = 512, checksum = 148, digits = 8;
    if (head.size() < block) return false;
    unsigned long sum = 0, stated = 0;
    for (std::size_t i = 0; i < block; ++i) sum += i >= checksum && i < checksum + digits ? ' ' : static_cast<unsigned char>(head[i]);
    bool any = false;
    for (char c : head.substr(checksum, digits)) {
        if (c >= '0' && c <= '7') stated = stated * 8 + static_cast<unsigned long>(c - '0');
        else if (any || c != ' ') break;
        any = any || c != ' ';
    }
    return any && sum == stated && head[0] != '\0';
}

/// As a walk through folders leaves out names that begin with a dot; and what a Mac adds.
bool is_left_out(std::string_view name) { return name.starts_with('.') || name.find("/.") != std::string_view::npos || name.starts_with("__MACOSX/"); }

/// "folder/articles.jsonl.gz" holds "articles.jsonl".
std::string name_without_compression(std::string_view path) {
    path.remove_prefix(std::min(path.find_last_of("/\\") + 1, path.size()));
    for (std::string_view ending : {".gz", ".bz2", ".xz", ".zst"})
        if (path.size() > ending.size() && path.ends_with(ending)) path.remove_suffix(ending.size());
    return path.empty() ? "data" : std::string(path);
}

class Entries {
public:
    Entries(const FormatHint& hint, ArchiveBounds& bounds, const DocumentSink& sink) : hint_(hint), bounds_(bounds), sink_(sink) {}

    Diagnostics read(ArchiveReader& reader) {
        ++bounds_.depth;
        while (going_ && reader.next()) read_entry(reader);
        --bounds_.depth;
        if (locked_) tell({"archive.password", Severity::warning, {}, {}, counted(locked_, first_locked_) + " protected by a password; unpack the archive first"});
        if (others_) tell({"file.special", Severity::warning, {}, {}, counted(others_, first_other_) + " no regular file (a link, a device) and left out"});
        if (untold_) diagnostics_.push_back({"archive.entries", Severity::warning, {}, {}, std::to_string(untold_) + " further messages about entries were left out"});
        if (reader.fault()) diagnostics_.push_back(*reader.fault());
        return std::move(diagnostics_);
    }

private:
    static std::string counted(std::size_t number, const std::string& first) {
        return number == 1 ? "the entry " + first + " is" : std::to_string(number) + " entries (" + first + " the first) are";
    }

    void tell(Diagnostic diagnostic) {
        if (diagnostics_.size() < told_limit) diagnostics_.push_back(std::move(diagnostic));
        else ++untold_;
    }

    void read_entry(ArchiveReader& reader) {
        const ArchiveEntry& entry = reader.entry();
        if (entry.kind == ArchiveEntry::Kind::folder || is_left_out(entry.name)) return;
        const std::string name = entry.name.empty() ? name_without_compression(hint_.path) : entry.name;
        if (entry.kind == ArchiveEntry::Kind::other) {
            if (!others_++) first_other_ = name;
            return;
        }
        if (entry.locked) {
            if (!locked_++) first_locked_ = name;
            return;
        }
        const FormatHint inner{hint_.path + "!/" + name, hint_.fields, {}, &bounds_};
        const ByteStream bytes = [&reader] { return reader.read(); };
        for (Diagnostic& diagnostic : read_documents(bytes, inner, [this](Document&& document) { return going_ = sink_(std::move(document)); })) tell(std::move(diagnostic));
        if (!entry.fault.empty()) tell({"archive.broken", Severity::warning, inner.path, {}, "the entry is " + entry.fault});
    }

    const FormatHint& hint_;
    ArchiveBounds& bounds_;
    const DocumentSink& sink_;
    Diagnostics diagnostics_;
    std::size_t untold_ = 0, locked_ = 0, others_ = 0;
    std::string first_locked_, first_other_;
    bool going_ = true;
};

template <class Bytes>
Diagnostics read_entries(const Bytes& bytes, const FormatHint& hint, const DocumentSink& sink) {
    ArchiveBounds own;
    ArchiveBounds& bounds = hint.archive ? *hint.archive : own;
    if (bounds.depth == ArchiveBounds::depth_limit) return {{"archive.nesting", Severity::error, {}, {}, "archives within one another are read to a depth of 4; unpack the outer ones first"}};
    ArchiveReader reader(bytes, hint, bounds);
    return Entries(hint, bounds, sink).read(reader);
}

}  // namespace

int recognise_archive(std::string_view head) {
    constexpr std::array<std::string_view, 4> marks{"BZh", "\xfd" "7zXZ", "\x28\xb5\x2f\xfd", "PK\x05\x06"};
    if (head.starts_with("PK\x03\x04")) return is_zip_document(head) ? 0 : 80;
    return is_gzip(head) || is_tar(head) || std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return head.starts_with(mark); }) ? 80 : 0;
}

Diagnostics read_archive(std::string_view bytes, const FormatHint& hint, const DocumentSink& sink) { return read_entries(bytes, hint, sink); }

Diagnostics read_archive_stream(const ByteStream& bytes, const FormatHint& hint, const DocumentSink& sink) { return read_entries(bytes, hint, sink); }

}  // namespace annals
