// train_parser OUT.model TREEBANK.conllu... : the dependency parser. See README.md.
#include "importers/training/parser_training.h"

#include <fstream>
#include <iostream>
#include <cstdlib>

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: train_parser OUT.model TREEBANK.conllu...\n";
        return 2;
    }
    std::vector<annals::TreebankSentence> sentences;
    for (int number = 2; number < argc; ++number)
        for (annals::TreebankSentence& sentence : annals::read_treebank(argv[number])) sentences.push_back(std::move(sentence));
    annals::ParserSettings s;
    if (getenv("R")) s.rounds = atoi(getenv("R"));
    if (getenv("U")) s.unit = atof(getenv("U"));
    if (getenv("N")) s.rarest = atoi(getenv("N"));
    if (getenv("M")) s.margin = atof(getenv("M"));
    const std::string bytes = annals::train_parser(sentences, s);
    std::ofstream(argv[1], std::ios::binary) << bytes;
    std::cout << sentences.size() << " sentences, " << bytes.size() << " bytes\n";
}
