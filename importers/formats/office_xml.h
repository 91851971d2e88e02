// An XML part of a document as a tree. No document type is read, so there are no entities to expand.
#pragma once

#include "core/model/diagnostic.h"

#include <memory>
#include <string>
#include <string_view>

namespace pugi {
class xml_document;
class xml_node;
}  // namespace pugi

namespace annals {

class XmlPart {
public:
    /// What is wrong with it goes to `diagnostics`: "xml.broken", "xml.entities", "xml.nesting". White space is kept.
    XmlPart(std::string_view bytes, const std::string& name, Diagnostics& diagnostics);
    XmlPart(XmlPart&&) = delete;
    ~XmlPart();

    /// The document element; a null node when there is none, or when elements stand more than 300 deep: recursion is safe.
    pugi::xml_node root() const;

private:
    std::string text_;  // the nodes point into it
    std::unique_ptr<pugi::xml_document> xml_;
    bool usable_ = false;
};

/// Names without their prefix, which is the file's own choice.
std::string_view local_name(const pugi::xml_node& node);
std::string_view local_attribute(const pugi::xml_node& node, std::string_view name);  // empty when it is not there
pugi::xml_node local_child(const pugi::xml_node& node, std::string_view name);

/// All text below a node.
std::string text_below(const pugi::xml_node& node);

}  // namespace annals
