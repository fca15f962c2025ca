//! Charts of the format, drawn by the program that opens the file from the cells of a table on the same sheet; the
//! figures are repeated in the chart for programs that only show files. Names of customers are texts there too.

use super::cell::{At, absolute_range, push_escaped};
use crate::figure;
use crate::palette::{self, Shade};
use crate::table::{Cell, Table};
use std::fmt::Write;
use text::Language;
use text::letters::printable;

const CHART: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const SHEET_DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// Rows a chart is given, of 15 points each, and its size in the format's units of 1/12,700 point.
pub(super) const ROWS_EACH: u32 = 20;
const SIZE: (u32, u32) = (8_400_000, 3_600_000);

/// A chart over a table of its sheet. Its first column names what is drawn.
pub(super) struct Chart {
    pub(super) title: String,
    pub(super) bars: Bars,
}

/// What stands in columns, and in which colours.
pub(super) enum Bars {
    /// The second column of the table, one colour for each of its rows: not due, the ages, then all else.
    Ages {
        /// How many ages, not due included.
        ages: usize,
    },
    /// The columns after the first, one upon the other.
    Stacked {
        /// How many ages, not due included.
        ages: usize,
    },
    /// The second column, and the last one as a line of shares.
    Pareto,
}

/// Where the rows of a table stand on its sheet, rows from 0.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    pub(super) headings: u32,
    pub(super) last_row: u32,
}

/// The part that holds a chart, without its XML declaration.
pub(super) fn part(language: Language, sheet: &str, chart: &Chart, table: Table<'_>, placed: Placed) -> String {
    let mut xml = format!(
        "<c:chartSpace xmlns:c=\"{CHART}\" xmlns:a=\"{DRAWING}\"><c:roundedCorners val=\"0\"/><c:chart><c:title><c:tx>\
         <c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"1200\" b=\"1\"/></a:pPr><a:r><a:rPr lang=\"{}\" sz=\"1200\" \
         b=\"1\"/><a:t>",
        language.code()
    );
    push_escaped(&mut xml, &chart.title);
    xml.push_str(
        "</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title><c:autoTitleDeleted val=\"0\"/>\
         <c:plotArea><c:layout/>",
    );
    let data = Data::new(sheet, table, placed);
    match chart.bars {
        Bars::Ages { ages } => {
            bars(&mut xml, "clustered", &data, &[(1, Colours::Each(ages))]);
            axes(&mut xml);
        }
        Bars::Stacked { ages } => {
            let layers: Vec<(u16, Colours)> =
                (1..).zip(0..ages).map(|(column, age)| (column, Colours::One(palette::shade(age)))).collect();
            bars(&mut xml, "stacked", &data, &layers);
            axes(&mut xml);
        }
        Bars::Pareto => {
            bars(&mut xml, "clustered", &data, &[(1, Colours::One(NEUTRAL))]);
            line(&mut xml, &data);
            axes(&mut xml);
            xml.push_str(SHARE_AXES);
        }
    }
    xml.push_str("</c:plotArea>");
    if !matches!(chart.bars, Bars::Ages { .. }) {
        xml.push_str("<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/></c:legend>");
    }
    xml.push_str("<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart></c:chartSpace>");
    xml
}

const NEUTRAL: Shade = Shade { fill: palette::NEUTRAL, ink: "FFFFFF", bold: false, hatched: false };

/// The part that lays the charts of a sheet out: the title of each, which is heard in its place, and its first row.
pub(super) fn drawing(charts: &[(&str, u32)]) -> String {
    let mut xml = format!("<xdr:wsDr xmlns:xdr=\"{SHEET_DRAWING}\" xmlns:a=\"{DRAWING}\">");
    for (number, (title, row)) in (1..).zip(charts) {
        let (wide, high) = SIZE;
        // Writing to a string cannot fail, here and below.
        let _ = write!(
            xml,
            "<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{row}</xdr:row>\
             <xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx=\"{wide}\" cy=\"{high}\"/><xdr:graphicFrame macro=\"\">\
             <xdr:nvGraphicFramePr><xdr:cNvPr id=\"{}\" name=\"Encours {number}\" descr=\"",
            number + 1
        );
        push_escaped(&mut xml, title);
        let _ = write!(
            xml,
            "\"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" \
             cy=\"0\"/></xdr:xfrm><a:graphic><a:graphicData uri=\"{CHART}\"><c:chart xmlns:c=\"{CHART}\" \
             xmlns:r=\"{RELATIONS}\" r:id=\"rId{number}\"/></a:graphicData></a:graphic></xdr:graphicFrame>\
             <xdr:clientData/></xdr:oneCellAnchor>"
        );
    }
    xml.push_str("</xdr:wsDr>");
    xml
}

/// The cells a chart is drawn from.
struct Data<'a> {
    /// Name of the sheet, quoted for a reference.
    sheet: String,
    headings: Vec<String>,
    rows: Vec<Vec<Cell<'a>>>,
    placed: Placed,
}

enum Colours {
    One(Shade),
    /// A colour for each of so many ages, then a neutral one.
    Each(usize),
}

impl<'a> Data<'a> {
    fn new(sheet: &str, table: Table<'a>, placed: Placed) -> Data<'a> {
        Data {
            sheet: format!("'{}'", sheet.replace('\'', "''")),
            headings: table.columns.iter().map(|column| column.heading.to_string()).collect(),
            rows: table.rows.collect(),
            placed,
        }
    }

    fn heading(&self, xml: &mut String, column: u16) {
        let at = At { row: self.placed.headings, column };
        xml.push_str("<c:tx><c:strRef>");
        self.reference(xml, at, at);
        xml.push_str("<c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>");
        push_escaped(xml, self.headings.get(usize::from(column)).map_or("", String::as_str));
        xml.push_str("</c:v></c:pt></c:strCache></c:strRef></c:tx>");
    }

    /// The names of what is drawn: texts, or days.
    fn categories(&self, xml: &mut String) {
        let days = self.rows.iter().all(|row| matches!(row.first(), Some(Cell::Day(_))));
        self.cells(xml, "c:cat", 0, if days { "dd/mm/yy" } else { "" });
    }

    fn values(&self, xml: &mut String, column: u16, format: &str) {
        self.cells(xml, "c:val", column, format);
    }

    /// A column of cells: texts where no format is given, else numbers.
    fn cells(&self, xml: &mut String, element: &str, column: u16, format: &str) {
        let (kind, end) = if format.is_empty() { ("str", "") } else { ("num", format) };
        let _ = write!(xml, "<{element}><c:{kind}Ref>");
        let first = At { row: self.placed.headings + 1, column };
        self.reference(xml, first, At { row: self.placed.last_row, column });
        let _ = write!(xml, "<c:{kind}Cache>");
        if !end.is_empty() {
            let _ = write!(xml, "<c:formatCode>{end}</c:formatCode>");
        }
        let _ = write!(xml, "<c:ptCount val=\"{}\"/>", self.rows.len());
        for (position, row) in self.rows.iter().enumerate() {
            let Some(value) = row.get(usize::from(column)).and_then(value) else { continue };
            let _ = write!(xml, "<c:pt idx=\"{position}\"><c:v>");
            push_escaped(xml, &value);
            xml.push_str("</c:v></c:pt>");
        }
        let _ = write!(xml, "</c:{kind}Cache></c:{kind}Ref></{element}>");
    }

    fn reference(&self, xml: &mut String, first: At, last: At) {
        xml.push_str("<c:f>");
        push_escaped(xml, &format!("{}!{}", self.sheet, absolute_range(first, last)));
        xml.push_str("</c:f>");
    }
}

fn value(cell: &Cell<'_>) -> Option<String> {
    match cell {
        Cell::Empty => None,
        Cell::Text(text) | Cell::Lines(text) => Some(printable(text).text),
        Cell::Amount(amount, currency) => Some(amount.decimal_text(*currency, '.')),
        Cell::Day(day) => Some(day.to_serial().to_string()),
        Cell::Count(count) => Some(count.to_string()),
        Cell::Share(ratio) | Cell::Decimal(ratio) => Some(figure::plain_ratio(*ratio, '.')).filter(|it| !it.is_empty()),
    }
}

fn bars(xml: &mut String, grouping: &str, data: &Data<'_>, layers: &[(u16, Colours)]) {
    let _ = write!(xml, "<c:barChart><c:barDir val=\"col\"/><c:grouping val=\"{grouping}\"/><c:varyColors val=\"0\"/>");
    for (order, (column, colours)) in layers.iter().enumerate() {
        let _ = write!(xml, "<c:ser><c:idx val=\"{order}\"/><c:order val=\"{order}\"/>");
        data.heading(xml, *column);
        match colours {
            Colours::One(shade) => filled(xml, *shade),
            Colours::Each(_) => filled(xml, NEUTRAL),
        }
        xml.push_str("<c:invertIfNegative val=\"0\"/>");
        if let Colours::Each(ages) = colours {
            for age in 0..*ages {
                let _ =
                    write!(xml, "<c:dPt><c:idx val=\"{age}\"/><c:invertIfNegative val=\"0\"/><c:bubble3D val=\"0\"/>");
                filled(xml, palette::shade(age));
                xml.push_str("</c:dPt>");
            }
            xml.push_str(LABELS);
        }
        data.categories(xml);
        data.values(xml, *column, "#,##0.00");
        xml.push_str("</c:ser>");
    }
    xml.push_str("<c:gapWidth val=\"50\"/>");
    if grouping == "stacked" {
        xml.push_str("<c:overlap val=\"100\"/>");
    }
    xml.push_str("<c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>");
}

/// The last column as a line, on an axis of its own.
fn line(xml: &mut String, data: &Data<'_>) {
    let column = u16::try_from(data.headings.len().saturating_sub(1)).unwrap_or_default();
    xml.push_str("<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/><c:ser><c:idx val=\"1\"/><c:order val=\"1\"/>");
    data.heading(xml, column);
    let _ = write!(
        xml,
        "<c:spPr><a:ln w=\"28575\"><a:solidFill><a:srgbClr val=\"{0}\"/></a:solidFill></a:ln></c:spPr><c:marker>\
         <c:symbol val=\"circle\"/><c:size val=\"6\"/><c:spPr><a:solidFill><a:srgbClr val=\"{0}\"/></a:solidFill></c:spPr>\
         </c:marker>",
        palette::shade(palette::SHADES.len()).fill
    );
    data.categories(xml);
    data.values(xml, column, "0.0%");
    xml.push_str(
        "<c:smooth val=\"0\"/></c:ser><c:marker val=\"1\"/><c:axId val=\"3\"/><c:axId val=\"4\"/></c:lineChart>",
    );
}

/// A colour framed in white, so that neighbours stay apart; hatched where age asks for more than a colour.
fn filled(xml: &mut String, shade: Shade) {
    xml.push_str("<c:spPr>");
    let _ = match shade.hatched {
        true => write!(
            xml,
            "<a:pattFill prst=\"wdUpDiag\"><a:fgClr><a:srgbClr val=\"FFFFFF\"/></a:fgClr><a:bgClr><a:srgbClr \
             val=\"{}\"/></a:bgClr></a:pattFill>",
            shade.fill
        ),
        false => write!(xml, "<a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill>", shade.fill),
    };
    xml.push_str("<a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"5A6B7B\"/></a:solidFill></a:ln></c:spPr>");
}

const LABELS: &str = "<c:dLbls><c:numFmt formatCode=\"#,##0\" sourceLinked=\"0\"/><c:spPr><a:noFill/></c:spPr>\
    <c:dLblPos val=\"outEnd\"/><c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/>\
    <c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>";

/// Days must stand side by side as names do: an axis of dates would draw bars a day wide.
fn axes(xml: &mut String) {
    xml.push_str(
        "<c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/>\
         <c:axPos val=\"b\"/><c:numFmt formatCode=\"dd/mm/yy\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/>\
         <c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/><c:crossAx val=\"2\"/><c:crosses val=\"autoZero\"/>\
         <c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx>\
         <c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/>\
         <c:axPos val=\"l\"/><c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"D5DBE1\"/>\
         </a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode=\"#,##0\" sourceLinked=\"0\"/>\
         <c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/><c:crossAx val=\"1\"/>\
         <c:crosses val=\"autoZero\"/><c:crossBetween val=\"between\"/></c:valAx>",
    );
}

/// The axis of shares, at the right, from 0 to 100 %; its other axis is not shown.
const SHARE_AXES: &str = "<c:catAx><c:axId val=\"3\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling>\
    <c:delete val=\"1\"/><c:axPos val=\"b\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>\
    <c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"4\"/><c:crosses val=\"autoZero\"/><c:auto val=\"0\"/>\
    <c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx>\
    <c:valAx><c:axId val=\"4\"/><c:scaling><c:orientation val=\"minMax\"/><c:max val=\"1\"/><c:min val=\"0\"/></c:scaling>\
    <c:delete val=\"0\"/><c:axPos val=\"r\"/><c:numFmt formatCode=\"0%\" sourceLinked=\"0\"/>\
    <c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"3\"/>\
    <c:crosses val=\"max\"/><c:crossBetween val=\"between\"/></c:valAx>";
