#pragma once
#include "tests/text_cases.h"
