#include "importers/extract/matching/trie.h"

#include <algorithm>
#include <tuple>

namespace annals {

TrieBuilder::TrieBuilder() : last_rule_(1), targets_(std::size_t{1} << 16) {
    edges_.reserve(targets_.size() / 2);
    last_rule_.reserve(targets_.size() / 2 + 1);
}

std::size_t TrieBuilder::place_of(std::uint32_t node, const PatternStep& step) const {
    const std::uint64_t key = std::uint64_t{node} << 32 ^ std::uint64_t{step.symbol} << 12 ^ std::uint64_t{step.slot} << 4 ^ static_cast<std::uint32_t>(step.constant) ^
                              std::uint64_t{step.is_class} << 31 ^ std::uint64_t{step.sure} << 30;
    return (key * 0x9e3779b97f4a7c15u >> 32) & (targets_.size() - 1);
}

std::uint32_t TrieBuilder::node_behind(std::uint32_t node, const PatternStep& step) {
    const auto is_free = [&](std::size_t place) { return targets_[place] == 0; };
    const auto next = [&](std::size_t place) { return (place + 1) & (targets_.size() - 1); };
    std::size_t place = place_of(node, step);
    for (; !is_free(place); place = next(place))
        if (const Edge& edge = edges_[targets_[place] - 1]; edge.from == node && edge.step == step) return targets_[place];
    edges_.push_back({node, step});
    last_rule_.push_back(0);
    targets_[place] = static_cast<std::uint32_t>(edges_.size());
    if (edges_.size() * 2 > targets_.size()) {
        targets_.assign(targets_.size() * 2, 0);
        for (std::uint32_t i = 0; i < edges_.size(); ++i) {
            for (place = place_of(edges_[i].from, edges_[i].step); !is_free(place);) place = next(place);
            targets_[place] = i + 1;
        }
    }
    return static_cast<std::uint32_t>(edges_.size());
}

void TrieBuilder::add(std::span<const PatternStep> sequence, std::uint32_t rule) {
    std::size_t alike = 0;
    while (alike < sequence.size() && alike + 1 < path_.size() && edges_[path_[alike + 1] - 1].step == sequence[alike]) ++alike;
    path_.resize(alike + 1);
    for (const PatternStep& step : sequence.subspan(alike)) path_.push_back(node_behind(path_.back(), step));
    const std::uint32_t node = path_.back();
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
    for (std::uint32_t i = 0; i < edges_.size(); ++i) trie.edges[nodes[edges_[i].from].end++] = {edges_[i].step, i + 1, {}};
    for (const Accept& accept : accepts_) trie.accepts[nodes[accept.node].accepts_end++] = accept.rule;
    nodes.pop_back();
    for (TrieNode& node : nodes) {
        if (node.words == node.end) {
            node.classes = node.end;
            continue;
        }
        const auto first = trie.edges.begin() + node.words, last = trie.edges.begin() + node.end;
        // Targets are numbered as they came: what is alike stays in that order.
        const auto rank = [](const TrieEdge& edge) { return std::tuple(edge.step.is_class, edge.step.symbol, edge.target); };
        std::sort(first, last, [&](const TrieEdge& a, const TrieEdge& b) { return rank(a) < rank(b); });
        node.classes = static_cast<std::uint32_t>(std::find_if(first, last, [](const TrieEdge& edge) { return edge.step.is_class; }) - trie.edges.begin());
    }
    for (TrieEdge& edge : trie.edges) {
        const TrieNode& target = nodes[edge.target];
        if (target.accepts != target.accepts_end) edge.next.words |= MayBe::anything;
        for (std::uint32_t after = target.words; after < target.end; ++after) edge.next.add(trie.edges[after].step);
    }
    return trie;
}

}  // namespace annals
