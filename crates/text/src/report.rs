//! The words of reports and files taken out: names of sheets, headings, definitions and control sentences.
