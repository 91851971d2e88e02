// The readers behind the table of formats.cpp; each has a source file of its name.
#pragma once

#include "importers/formats/format.h"

namespace annals {

int recognise_text(std::string_view head);
Diagnostics read_text(std::string_view bytes, const FormatHint& hint, const DocumentSink& sink);

int recognise_markdown(std::string_view head);
Diagnostics read_markdown(std::string_view bytes, const FormatHint& hint, const DocumentSink& sink);

int recognise_jsonl(std::string_view head);
Diagnostics read_jsonl(const ByteStream& bytes, const FormatHint& hint, const DocumentSink& sink);

int recognise_json(std::string_view head);
Diagnostics read_json(const ByteStream& bytes, const FormatHint& hint, const DocumentSink& sink);

int recognise_csv(std::string_view head);
Diagnostics read_csv(const ByteStream& bytes, const FormatHint& hint, const DocumentSink& sink);

int recognise_pdf(std::string_view head);
Diagnostics read_pdf(std::string_view bytes, const FormatHint& hint, const DocumentSink& sink);

int recognise_html(std::string_view head);
Diagnostics read_html(std::string_view bytes, const FormatHint& hint, const DocumentSink& sink);

int recognise_feeds(std::string_view head);
Diagnostics read_feeds(std::string_view bytes, const FormatHint& hint, const DocumentSink& sink);

int recognise_mail(std::string_view head);
Diagnostics read_mail(std::string_view bytes, const FormatHint& hint, const DocumentSink& sink);

int recognise_archive(std::string_view head);
Diagnostics read_archive(std::string_view bytes, const FormatHint& hint, const DocumentSink& sink);
Diagnostics read_archive_stream(const ByteStream& bytes, const FormatHint& hint, const DocumentSink& sink);

int recognise_docx(std::string_view head);
Diagnostics read_docx(std::string_view bytes, const FormatHint& hint, const DocumentSink& sink);

int recognise_odt(std::string_view head);
Diagnostics read_odt(std::string_view bytes, const FormatHint& hint, const DocumentSink& sink);

int recognise_epub(std::string_view head);
Diagnostics read_epub(std::string_view bytes, const FormatHint& hint, const DocumentSink& sink);

int recognise_warc(std::string_view head);
Diagnostics read_warc(const ByteStream& bytes, const FormatHint& hint, const DocumentSink& sink);

}  // namespace annals
