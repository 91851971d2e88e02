#include "importers/extract/trie.h"

#include <algorithm>
#include <tuple>

namespace annals {

TrieBuilder::TrieBuilder() : last_rule_(1) { targets_.reserve(std::size_t{1} << 15); }

void TrieBuilder::add(std::span<const PatternStep> sequence, std::uint32_t rule) {
    std::uint32_t node = 0;
    for (const PatternStep& step : sequence) {
        const std::uint64_t flags = step.is_class | step.has_constant << 1 | step.sure << 2 | step.begins << 3 | step.ends << 4;
        const std::uint64_t key = std::uint64_t{node} << 44 | std::uint64_t{step.symbol} << 28 | std::uint64_t{step.slot} << 20 |
                                  flags << 15 | (static_cast<std::uint32_t>(step.constant) & 0x7fff);
        const auto next = static_cast<std::uint32_t>(last_rule_.size());
        const auto [found, made] = targets_.try_emplace(key, next);
        if (made) {
            edges_.push_back({node, next, step});
            last_rule_.push_back(0);
        }
        node = found->second;
    }
    if (last_rule_[node] == rule + 1) return;
    last_rule_[node] = rule + 1;
    accepts_.push_back({node, rule});
}

Trie TrieBuilder::build() const {
    Trie trie;
    trie.nodes.resize(last_rule_.size() + 1);  // one behind the last, while its counts become places
    std::vector<TrieNode>& nodes = trie.nodes;
    for (const Edge& edge : edges_) ++nodes[edge.from + 1].words;
    for (const Accept& accept : accepts_) ++nodes[accept.node + 1].accepts;
    for (std::size_t i = 1; i < nodes.size(); ++i) {
        nodes[i].words += nodes[i - 1].words;
        nodes[i].accepts += nodes[i - 1].accepts;
    }
    for (TrieNode& node : nodes) node.end = node.words, node.accepts_end = node.accepts;
    trie.edges.resize(edges_.size());
    trie.accepts.resize(accepts_.size());
    for (const Edge& edge : edges_) trie.edges[nodes[edge.from].end++] = {edge.step, edge.to, false, {}};
    for (const Accept& accept : accepts_) trie.accepts[nodes[accept.node].accepts_end++] = accept.rule;
    nodes.pop_back();
    for (TrieNode& node : nodes) {
        const auto first = trie.edges.begin() + node.words, last = trie.edges.begin() + node.end;
        // Targets are numbered as they came: what is alike stays in that order.
        const auto rank = [](const TrieEdge& edge) { return std::tuple(edge.step.is_class, edge.step.symbol, edge.target); };
        std::sort(first, last, [&](const TrieEdge& a, const TrieEdge& b) { return rank(a) < rank(b); });
        node.classes = static_cast<std::uint32_t>(std::find_if(first, last, [](const TrieEdge& edge) { return edge.step.is_class; }) - trie.edges.begin());
    }
    for (TrieEdge& edge : trie.edges) {
        const TrieNode& target = nodes[edge.target];
        edge.accepts = target.accepts != target.accepts_end;
        for (std::uint32_t after = target.words; after < target.end; ++after) edge.next.add(trie.edges[after].step);
    }
    return trie;
}

}  // namespace annals
