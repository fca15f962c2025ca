//! The command line of the npm package: arguments and files in, texts and files out. All of it is the engine's.

use crate::transfer::{get, input_files, report, set, to_js};
use engine::command;
use js_sys::{Array, Function, Object, Uint8Array};
use text::Language;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Which files a command line needs read, or why it is refused.
#[wasm_bindgen(
    js_name = commandInputs,
    unchecked_return_type = "{ files: string[]; policy?: string; mapping?: string; corrections?: string; rates?: string; sender?: string; invoices?: string; out?: string; error?: { message: string; status: number } }"
)]
pub fn command_inputs(args: Vec<String>) -> Result<JsValue, JsValue> {
    let answer = Object::new();
    match command::parse(&args) {
        Ok(parsed) => {
            set(&answer, "files", &parsed.files.into_iter().map(JsValue::from).collect::<Array>());
            let paths = [
                ("policy", parsed.policy),
                ("mapping", parsed.mapping),
                ("corrections", parsed.corrections),
                ("rates", parsed.rates),
                ("sender", parsed.sender),
                ("invoices", parsed.invoices),
                ("out", parsed.out),
            ];
            for (key, path) in paths {
                if let Some(path) = path {
                    set(&answer, key, &path.into());
                }
            }
        }
        Err(usage) => {
            let error = Object::new();
            set(&error, "message", &usage.message.into());
            set(&error, "status", &usage.status.into());
            set(&answer, "files", &Array::new());
            set(&answer, "error", &error);
        }
    }
    Ok(answer.into())
}

/// Carries out a command line on files already read.
#[wasm_bindgen(
    js_name = runCommand,
    unchecked_return_type = "{ stdout: string; stderr: string; status: number; files: { name: string; bytes: Uint8Array }[] }"
)]
pub async fn run_command(
    args: Vec<String>,
    #[wasm_bindgen(
        unchecked_param_type = "{ files: SourceFile[]; policy?: string; mapping?: string; corrections?: string; rates?: string; sender?: string; invoices?: SourceFile[] }"
    )]
    inputs: JsValue,
    #[wasm_bindgen(js_name = onProgress)] on_progress: Option<Function>,
) -> Result<JsValue, JsValue> {
    let given = command::Inputs {
        files: input_files(&get(&inputs, "files"), Language::default()).await?,
        policy: get(&inputs, "policy").as_string(),
        mapping: get(&inputs, "mapping").as_string(),
        corrections: get(&inputs, "corrections").as_string(),
        rates: get(&inputs, "rates").as_string(),
        sender: get(&inputs, "sender").as_string(),
        invoices: match get(&inputs, "invoices") {
            none if none.is_undefined() => Vec::new(),
            files => input_files(&files, Language::default()).await?,
        },
    };
    let output = command::run(&args, given, &mut |step| report(on_progress.as_ref(), &step));
    let files = output.files.into_iter().map(|(name, bytes)| {
        let file = Object::new();
        set(&file, "name", &name.into());
        set(&file, "bytes", &Uint8Array::from(bytes.as_slice()));
        JsValue::from(file)
    });
    let files: Array = files.collect();
    let answer = to_js(&Texts { stdout: output.stdout, stderr: output.stderr, status: output.status })?;
    set(&answer, "files", &files);
    Ok(answer)
}

#[derive(serde::Serialize)]
struct Texts {
    stdout: String,
    stderr: String,
    status: u8,
}
