// Records of a text whose cells a delimiter parts (RFC 4180).
#pragma once

#include "importers/formats/byte_window.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

/// Reads one record at a time. Cells may be quoted, hold delimiters, line breaks and doubled quotes. Linear.
class CsvRecords {
public:
    CsvRecords(ByteWindow& window, char delimiter) : window_(window), delimiter_(delimiter) {}

    enum class Got { record, unclosed, end };
    /// `cells` are the next record's, blank lines passed over. `unclosed`: a quote that opens on the line is not closed within
    /// 64 MB; reading goes on behind that line. (All quotes that follow are then doubled ones, so that this comes at most once in 64 MB.)
    Got next(std::vector<std::string>& cells);

    std::size_t line() const { return line_; }        // of the last record's beginning, from 1
    std::string_view record() const { return window_.text().substr(0, size_); }  // its bytes, until the next call

private:
    void pass_blank_lines();
    bool read(std::vector<std::string>& cells);

    ByteWindow& window_;
    char delimiter_;
    std::size_t size_ = 0, line_ = 0, next_line_ = 1;
};

/// Comma, semicolon, tab or bar: the one whose first record holds most names of the fields of articles, else the one
/// that parts the first records into as many cells each. 0 when none does.
char csv_delimiter(std::string_view head);

/// A first line "sep=;", as spreadsheets write it, with its line end; empty when there is none.
std::string_view csv_separator_line(std::string_view bytes);

}  // namespace annals
