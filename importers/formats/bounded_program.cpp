#include "importers/formats/bounded_program.h"

#include "core/model/error.h"
#include "core/text/utf8.h"

#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>

namespace annals {
namespace {

constexpr int not_found = 127;

/// A file in memory: the program may seek in it, and none of its pipes can block another.
class MemoryFile {
public:
    explicit MemoryFile(const char* name) : number_(memfd_create(name, MFD_CLOEXEC)) {
        if (number_ < 0) throw Error(std::string("no memory for the input of another program: ") + std::strerror(errno));
    }
    ~MemoryFile() { close(number_); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    int number() const { return number_; }

    void write(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t written = ::write(number_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) throw Error(std::string("no memory for the input of another program: ") + std::strerror(errno));
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        lseek(number_, 0, SEEK_SET);
    }

    std::string read(std::size_t most) const {
        const off_t size = std::max<off_t>(lseek(number_, 0, SEEK_END), 0);
        std::string bytes(std::min<std::size_t>(static_cast<std::size_t>(size), most), '\0');
        std::size_t got = 0;
        while (got < bytes.size()) {
            const ssize_t more = pread(number_, bytes.data() + got, bytes.size() - got, static_cast<off_t>(got));
            if (more < 0 && errno == EINTR) continue;
            if (more <= 0) break;
            got += static_cast<std::size_t>(more);
        }
        bytes.resize(got);
        return bytes;
    }

private:
    int number_;
};

void limit(decltype(RLIMIT_CPU) what, rlim_t most) {
    const rlimit bound{most, most};
    setrlimit(what, &bound);
}

}  // namespace

ProgramResult run_program(const std::vector<std::string>& arguments, std::string_view input, const ProgramBounds& bounds) {
    const MemoryFile in("input"), out("output"), complaints("complaints");
    in.write(input);
    std::vector<char*> words;
    for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);
    char locale[] = "LC_ALL=C";
    char* const environment[] = {locale, nullptr};

    const pid_t child = fork();
    if (child < 0) throw Error("cannot run " + arguments[0] + ": " + std::strerror(errno));
    if (child == 0) {  // from here on only what is safe between fork and exec
        limit(RLIMIT_CPU, bounds.processor_seconds);
        limit(RLIMIT_AS, bounds.memory);
        limit(RLIMIT_FSIZE, bounds.output);
        limit(RLIMIT_CORE, 0);
        signal(SIGINT, SIG_IGN);  // Ctrl-C is for annals, which stops after the document
        dup2(in.number(), STDIN_FILENO);
        dup2(out.number(), STDOUT_FILENO);
        dup2(complaints.number(), STDERR_FILENO);
        execvpe(words[0], words.data(), environment);
        _exit(not_found);
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR) throw Error("lost " + arguments[0] + ": " + std::strerror(errno));

    ProgramResult result;
    result.in_bounds = WIFEXITED(status);
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    result.found = result.status != not_found;
    if (result.in_bounds) result.output = out.read(bounds.output);
    const std::string said = complaints.read(200);
    result.complaint = repair_utf8(said.substr(0, said.find('\n')));
    return result;
}

}  // namespace annals
