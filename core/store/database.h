// One connection to SQLite: opened by SQLiteCpp, its statements run without it, since they are bound and read hundreds of times a document.
// The one place where errors of SQLite become StoreError.
// Internal to core/store (and its tests).
#pragma once

#include <algorithm>
#include <chrono>
#include <concepts>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3_stmt;
namespace SQLite {
class Database;
}

namespace annals {

class Database;

/// A running statement and its current row. Goes back to the connection's cache at its end.
class Rows {
public:
    Rows(Rows&&) noexcept;
    Rows& operator=(Rows&&) = delete;
    ~Rows();

    bool next();
    bool null(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string text(int column) const { return std::string(view(column)); }
    std::string_view view(int column) const;  // until the next row
    /// Empty for NULL.
    template <std::integral Integer>
    std::optional<Integer> optional(int column) const {
        if (null(column)) return {};
        return static_cast<Integer>(integer(column));
    }

    void bind(int index, std::nullptr_t);
    void bind(int index, std::int64_t value);
    void bind(int index, double value);
    void bind(int index, std::string_view value);  // the text must outlive the statement's run
    void bind(int index, const std::string& value) { bind(index, std::string_view(value)); }
    void bind(int index, const char* value) { bind(index, std::string_view(value)); }
    template <std::integral Integer>
    void bind(int index, Integer value) {
        bind(index, static_cast<std::int64_t>(value));
    }
    template <class Value>
    void bind(int index, const std::optional<Value>& value) {
        value ? bind(index, *value) : bind(index, nullptr);
    }

private:
    friend class Database;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;
    using Idle = std::vector<Statement>;
    Rows(const Database& database, Statement statement, Idle* home);
    void check(int code) const;
    const Database* database_;
    Statement statement_;
    Idle* home_;  // where it waits for its next run; none for one that is not kept
};

/// Not safe for threads. Every failure is a StoreError whose text says what to do next.
class Database {
public:
    enum class Access { read_write, read_only };

    /// read_write creates the file when it is not there; read_only leaves no file behind.
    /// `patience` is how long to wait for another process's lock.
    Database(const std::filesystem::path& file, Access access, std::chrono::milliseconds patience);
    ~Database();

    /// Prepared once for each text. Placeholders are bound in order; text arguments must outlive the rows.
    template <class... Values>
    Rows rows(std::string_view sql, const Values&... values) const {
        Rows result = prepare(sql);
        int index = 0;
        (result.bind(++index, values), ...);
        return result;
    }
    template <class... Values>
    void run(std::string_view sql, const Values&... values) const {
        Rows result = rows(sql, values...);
        while (result.next()) {}
    }
    /// The integer in the first column of the first row; none when there is no row or it is NULL.
    template <class... Values>
    std::optional<std::int64_t> integer(std::string_view sql, const Values&... values) const {
        Rows result = rows(sql, values...);
        return result.next() ? result.optional<std::int64_t>(0) : std::nullopt;
    }
    void script(std::string_view sql) const;  // several statements
    /// Puts rows of so many numbers into a table, several in one statement: to begin and end one costs as much as a row.
    /// `insert` ends before VALUES. With "OR FAIL" SQLite keeps no journal of the statement; a row it refuses throws.
    void insert_rows(std::string_view insert, std::size_t columns, std::span<const std::int64_t> numbers) const;
    /// The same with a text behind each row's numbers.
    void insert_rows(std::string_view insert, std::size_t columns, std::span<const std::int64_t> numbers, std::span<const std::string> texts) const;
    std::int64_t last_id() const;
    bool in_transaction() const;

    const std::filesystem::path& file() const { return file_; }
    Access access() const { return access_; }

private:
    friend class Rows;
    Rows prepare(std::string_view sql) const;
    void open(std::chrono::milliseconds patience);
    [[noreturn]] void fail(int code, const char* message) const;

    std::filesystem::path file_;
    Access access_;
    std::unique_ptr<SQLite::Database> connection_;

    /// Of a statement's length and end, which tell them apart well enough.
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view sql) const {
            return std::hash<std::string_view>()(sql.substr(sql.size() - std::min<std::size_t>(sql.size(), 24))) + sql.size();
        }
    };
    mutable std::unordered_map<std::string, Rows::Idle, Hash, std::equal_to<>> idle_;
};

/// Rolled back unless committed. Takes the write lock at once, so that it never fails halfway for want of it.
/// Within another one it is a part of it: the outer one decides.
class Transaction {
public:
    explicit Transaction(const Database& database);
    ~Transaction();
    void commit();

private:
    const Database& database_;
    bool open_;  // and to be ended here
};

}  // namespace annals
