//! Reads a catalogue from typed arrays.

use super::{error::thrown, incoming};
use crate::{
    error::{Error, ErrorCode, Problem, ProblemCode},
    garment::Said,
    table::Table,
};
use js_sys::{Float32Array, Float64Array, Uint8Array, Uint16Array, Uint32Array};
use wasm_bindgen::{JsCast, JsValue};

/// The most names that a catalogue may have: one for each row, if each has a label of its own.
const MOST_NAMES: usize = 1_000_000;

/// Reads the columns of a catalogue.
pub(super) fn read(value: &JsValue) -> Result<Table, JsValue> {
    let mut reader = ColumnReader { problems: Vec::new() };
    let table = reader.table(value);
    if table.rows().is_none() {
        reader.complain("", ProblemCode::WrongLength);
    }
    if reader.problems.is_empty() {
        return Ok(table);
    }
    Err(thrown(&Error { code: ErrorCode::BadTable, fields: reader.problems }))
}

struct ColumnReader {
    problems: Vec<Problem>,
}

impl ColumnReader {
    fn table(&mut self, value: &JsValue) -> Table {
        let mut table = Table::default();
        if value.is_undefined() || value.is_null() {
            return table;
        }
        let Some(columns) = incoming::fields(value) else {
            self.complain("", ProblemCode::WrongType);
            return table;
        };
        for (name, column) in columns {
            let column = column.unwrap_or_else(|| "unreadable".into());
            match name.as_str() {
                "names" => table.names = self.names(&column).unwrap_or_default(),
                "kind" => table.kind = self.indexes(&name, &column),
                "fibres" => table.fibres = self.indexes(&name, &column),
                "madeIn" => table.made_in = self.indexes(&name, &column),
                "fabricIn" => table.fabric_in = self.indexes(&name, &column),
                "spunIn" => table.spun_in = self.indexes(&name, &column),
                "cottonFrom" => table.cotton_from = self.indexes(&name, &column),
                "proof" => table.proof = self.indexes(&name, &column),
                "boughtIn" => table.bought_in = self.indexes(&name, &column),
                "soldIn" => table.sold_in = self.indexes(&name, &column),
                "massGrams" => table.mass_grams = self.numbers(&name, &column),
                "cottonPercent" => table.cotton_percent = self.numbers(&name, &column),
                "label" => table.label = self.indexes(&name, &column),
                "recycledPercent" => table.recycled_percent = self.numbers(&name, &column),
                _ => self.complain(&name, ProblemCode::UnknownField),
            }
        }
        table
    }

    fn names(&mut self, value: &JsValue) -> Option<Vec<String>> {
        let names = match incoming::list(value, MOST_NAMES) {
            Said::Nothing => return None,
            Said::List(names) => names,
            other => {
                self.problems.push(other.problem("names", ProblemCode::WrongType));
                return None;
            }
        };
        let mut name = |(index, name): (usize, Said)| match name {
            Said::Text(text) => text,
            Said::Nothing => String::new(),
            other => {
                self.problems.push(other.problem(format!("names.{index}"), ProblemCode::WrongType));
                String::new()
            }
        };
        Some(names.into_iter().enumerate().map(&mut name).collect())
    }

    fn indexes(&mut self, name: &str, value: &JsValue) -> Option<Vec<u32>> {
        let indexes = if let Some(array) = value.dyn_ref::<Uint32Array>() {
            Some(array.to_vec())
        } else if let Some(array) = value.dyn_ref::<Uint16Array>() {
            Some(array.to_vec().into_iter().map(u32::from).collect())
        } else {
            value.dyn_ref::<Uint8Array>().map(|array| array.to_vec().into_iter().map(u32::from).collect())
        };
        self.column(name, value, indexes)
    }

    fn numbers(&mut self, name: &str, value: &JsValue) -> Option<Vec<f64>> {
        let numbers = if let Some(array) = value.dyn_ref::<Float64Array>() {
            Some(array.to_vec())
        } else {
            value.dyn_ref::<Float32Array>().map(|array| array.to_vec().into_iter().map(f64::from).collect())
        };
        self.column(name, value, numbers)
    }

    /// A column; a value that is neither a typed array of the right type nor missing is a problem.
    fn column<T>(&mut self, name: &str, value: &JsValue, read: Option<Vec<T>>) -> Option<Vec<T>> {
        if read.is_none() && !value.is_undefined() && !value.is_null() {
            self.complain(name, ProblemCode::WrongType);
        }
        read
    }

    fn complain(&mut self, field: &str, code: ProblemCode) {
        self.problems.push(Problem { value: None, ..Problem::new(field, code, "") });
    }
}
