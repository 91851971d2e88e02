// train_parser OUT.model TREEBANK.conllu... : the dependency parser. See README.md.
#include "importers/training/parser_training.h"

#include <fstream>
#include <iostream>

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: train_parser OUT.model TREEBANK.conllu...\n";
        return 2;
    }
    std::vector<annals::TreebankSentence> sentences;
    for (int number = 2; number < argc; ++number)
        for (annals::TreebankSentence& sentence : annals::read_treebank(argv[number])) sentences.push_back(std::move(sentence));
    const annals::ParserSettings settings;
    const std::string bytes = annals::train_parser(sentences, settings);
    std::ofstream(argv[1], std::ios::binary) << bytes;
    std::cout << sentences.size() << " sentences, " << bytes.size() << " bytes\n";
}
