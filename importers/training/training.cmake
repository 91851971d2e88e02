# The programs that make importers/models/en: see importers/training/README.md.
add_library(annals_training STATIC importers/training/treebank.cpp importers/training/perceptron.cpp importers/training/tagger_training.cpp
  importers/training/parser_training.cpp)
target_link_libraries(annals_training PUBLIC annals_importers)
foreach(program pack_wordnet train_tagger train_parser measure_grammar)
  add_executable(${program} importers/training/${program}.cpp)
  target_link_libraries(${program} PRIVATE annals_training)
endforeach()
add_executable(story_pairs importers/training/story_pairs.cpp)
target_link_libraries(story_pairs PRIVATE annals_core)
