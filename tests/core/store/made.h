// Documents and databases made for the store's tests.
#pragma once

#include "core/store/store.h"
#include "tests/folder.h"

#include <filesystem>
#include <string>
#include <vector>

namespace annals::made {

class Folder : public test::Folder {
public:
    std::filesystem::path file(const std::string& name = "test.db") const { return path() / name; }
};

/// What a mention of the made document says.
struct Said {
    std::string quote;                    // becomes a paragraph of the text
    std::string date;                     // EDTF, read as a source would mean it; empty: undated
    std::string trigger;
    std::vector<std::string> terms;
    EventKind kind = EventKind::occurrence;
    Modality modality = Modality::asserted;
};

/// A document whose text is the quotes; the key is `key`.
ReadDocument document(const std::string& key, const std::string& publisher, const std::string& published, const std::vector<Said>& said);

std::vector<std::string> ids(const std::vector<Event>& events);

}  // namespace annals::made
