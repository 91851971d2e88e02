#include "cli/run.h"

int main(int argc, char** argv) { return annals::run(argc, argv); }
