#include "core/store/database.h"

#include "core/store/store.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

namespace annals {
namespace {

std::string advice(int code) {
    switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return "another process is writing to this database; wait until it has ended and try again";
        case SQLITE_READONLY: return "the database cannot be written; check the permissions of the file and its folder, or use another one with --db";
        case SQLITE_FULL: return "no room left on the disk; make room and run the same command again: what was stored before is kept";
        case SQLITE_CANTOPEN: return "the database cannot be opened; check that its folder exists and that you may read and write there";
        case SQLITE_PERM:
        case SQLITE_AUTH: return "access denied; check the permissions of the file and its folder";
        case SQLITE_NOTADB: return "this file is not a database; name another one with --db";
        case SQLITE_CORRUPT: return "the database is damaged; restore a backup, or save what can be read with: sqlite3 FILE .recover";
        case SQLITE_IOERR: return "reading or writing the disk failed; check the disk and run the same command again";
        case SQLITE_NOMEM: return "not enough memory";
        case SQLITE_TOOBIG: return "a text is larger than the database can hold (1 GB)";
        default: return "the database refused a statement; this is a fault of the program, please report it";
    }
}

/// A file name as SQLite's URI wants it.
std::string uri(const std::filesystem::path& file, std::string_view query) {
    std::string result = "file:";
    for (char c : std::filesystem::absolute(file).string()) {
        if (c == '%') result += "%25";
        else if (c == '?') result += "%3f";
        else if (c == '#') result += "%23";
        else result += c;
    }
    return result.append("?").append(query);
}

}  // namespace

Database::Database(const std::filesystem::path& file, Access access, std::chrono::milliseconds patience) : file_(file), access_(access) {
    if (sqlite3_libversion_number() < 3037000)
        throw StoreError(std::string("SQLite ") + sqlite3_libversion() + " is too old: annals needs 3.37 or later");
    std::error_code ignored;
    if (std::filesystem::is_directory(file, ignored)) throw StoreError(file.string() + ": is a folder; name a database file with --db");
    if (access == Access::read_only && !std::filesystem::exists(file, ignored))
        throw StoreError(file.string() + ": no such database; make one with: annals import PATH --db " + file.string());
    try {
        open(patience);
    } catch (const SQLite::Exception& error) {
        fail(error.getErrorCode(), error.what());
    }
}

void Database::open(std::chrono::milliseconds patience) {
    // Without statistics of its memory, which take a lock each time; refused, to no harm, where the program has used SQLite before.
    [[maybe_unused]] static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    const int wait = static_cast<int>(patience.count());
    if (access_ == Access::read_write) {
        connection_ = std::make_unique<SQLite::Database>(file_.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX, wait);
        // Kept statements hold many small pieces of memory; room for them spares SQLite the general allocator.
        sqlite3_db_config(connection_->getHandle(), SQLITE_DBCONFIG_LOOKASIDE, nullptr, 1200, 1000);
        if (sqlite3_db_readonly(connection_->getHandle(), "main") == 1) fail(SQLITE_READONLY, "");
        script("PRAGMA cache_size = -65536; PRAGMA foreign_keys = ON");
        return;
    }
    // A reader of a database in WAL mode shares memory with the writer through a file beside it. Opened for writing, with
    // query_only, it takes that file away again at its end; where the folder cannot be written nobody writes, and the file stands still.
    try {
        connection_ = std::make_unique<SQLite::Database>(file_.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX, wait);
        script("PRAGMA query_only = ON; SELECT count(*) FROM sqlite_schema");
    } catch (const std::runtime_error&) {
        if (std::filesystem::exists(file_.string() + "-wal")) throw;
        idle_.clear();
        connection_ = std::make_unique<SQLite::Database>(uri(file_, "immutable=1"), SQLite::OPEN_READONLY | SQLite::OPEN_URI | SQLite::OPEN_NOMUTEX, wait);
    }
    script("PRAGMA cache_size = -16384");
}

Database::~Database() { idle_.clear(); }

void Database::fail(int code, const char* message) const {
    throw StoreError(file_.string() + ": " + advice(code) + (*message ? std::string(" (") + message + ")" : std::string()));
}

void Database::script(std::string_view sql) const {
    const int code = connection_->tryExec(std::string(sql));
    if (code != SQLITE_OK) fail(code, connection_->getErrorMsg());
}

void Database::insert_rows(std::string_view insert, std::size_t columns, std::span<const std::int64_t> numbers) const {
    insert_rows(insert, columns, numbers, {});
}

void Database::insert_rows(std::string_view insert, std::size_t columns, std::span<const std::int64_t> numbers, std::span<const std::string> texts) const {
    const bool with_texts = !texts.empty();
    std::string row = "(?";
    for (std::size_t column = 1; column < columns + with_texts; ++column) row += ",?";
    row += ')';
    for (const std::size_t together : {std::size_t{32}, std::size_t{4}, std::size_t{1}}) {
        if (numbers.size() < together * columns) continue;
        std::string sql(insert);
        sql += " VALUES ";
        for (std::size_t i = 0; i < together; ++i) (sql += i ? "," : "") += row;
        while (numbers.size() >= together * columns) {
            Rows rows = prepare(sql);
            int index = 0;
            for (std::size_t i = 0; i < together; ++i) {
                for (const std::int64_t number : numbers.first(columns)) rows.bind(++index, number);
                numbers = numbers.subspan(columns);
                if (!with_texts) continue;
                rows.bind(++index, texts.front());
                texts = texts.subspan(1);
            }
            while (rows.next()) {}
        }
    }
}

std::int64_t Database::last_id() const { return connection_->getLastInsertRowid(); }

bool Database::in_transaction() const { return sqlite3_get_autocommit(connection_->getHandle()) == 0; }

Rows Database::prepare(std::string_view sql) const {
    auto known = idle_.find(sql);
    if (known == idle_.end() && idle_.size() < 256) known = idle_.try_emplace(std::string(sql)).first;
    Rows::Idle* home = known == idle_.end() ? nullptr : &known->second;
    if (home && !home->empty()) {
        auto statement = std::move(home->back());
        home->pop_back();
        return {*this, std::move(statement), home};
    }
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(connection_->getHandle(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    if (code != SQLITE_OK) fail(code, connection_->getErrorMsg());
    return {*this, Rows::Statement(statement), home};
}

void Rows::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Rows::Rows(const Database& database, Statement statement, Idle* home)
    : database_(&database), statement_(std::move(statement)), home_(home) {}

Rows::Rows(Rows&&) noexcept = default;

Rows::~Rows() {
    if (!statement_ || !home_) return;
    sqlite3_reset(statement_.get());
    home_->push_back(std::move(statement_));
}

bool Rows::next() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) check(code);
    return false;
}

void Rows::check(int code) const {
    if (code != SQLITE_OK) database_->fail(code, database_->connection_->getErrorMsg());
}

bool Rows::null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }
std::int64_t Rows::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
double Rows::real(int column) const { return sqlite3_column_double(statement_.get(), column); }
std::string_view Rows::view(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))) : std::string_view();
}

void Rows::bind(int index, std::nullptr_t) { check(sqlite3_bind_null(statement_.get(), index)); }
void Rows::bind(int index, std::int64_t value) { check(sqlite3_bind_int64(statement_.get(), index, value)); }
void Rows::bind(int index, double value) { check(sqlite3_bind_double(statement_.get(), index, value)); }
void Rows::bind(int index, std::string_view value) {
    const char* bytes = value.data() ? value.data() : "";  // without bytes it would be NULL
    check(sqlite3_bind_text64(statement_.get(), index, bytes, value.size(), SQLITE_STATIC, SQLITE_UTF8));
}

Transaction::Transaction(const Database& database) : database_(database), open_(!database.in_transaction()) {
    if (open_) database_.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    if (!open_) return;
    try {
        database_.run("ROLLBACK");
    } catch (const StoreError&) {
        // SQLite has rolled back by itself: the error that brought us here tells more.
    }
}

void Transaction::commit() {
    if (open_) database_.run("COMMIT");
    open_ = false;
}

}  // namespace annals
