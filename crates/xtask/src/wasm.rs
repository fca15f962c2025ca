//! From Rust to browser-ready files: one cargo call for both artefacts, then wasm-bindgen as a library.
//! Guarantees: the names of functions are gone from release files, and no path of this machine is in them.

use crate::problem::{AtPath, Outcome, Problem};
use crate::{process, setup};
use std::fs;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// How to build.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// What visitors get: small and fast, minutes to build.
    Release,
    /// For trying a change: built in seconds, several times larger and slower.
    Dev,
}

/// One artefact after wasm-bindgen, target `web`.
pub struct Artefact {
    /// Glue module in JavaScript.
    pub glue: String,
    /// The module itself.
    pub wasm: Vec<u8>,
    /// TypeScript declarations of the glue.
    pub types: String,
}

/// Both artefacts.
pub struct Build {
    /// The page.
    pub app: Artefact,
    /// The engine.
    pub engine: Artefact,
}

/// Builds both artefacts; features are resolved once for the two because it is one call.
pub fn build(profile: Profile) -> Outcome<Build> {
    setup::wasm_target()?;
    let root = setup::root()?;
    let target = setup::target_dir()?;
    let mut cargo = setup::cargo()?;
    cargo.args(["build", "--target", setup::TARGET, "-p", "app", "-p", "module"]);
    // Our flags go through --config, so that they are added to those of .cargo/config.toml; RUSTFLAGS would replace both.
    cargo.arg("--config").arg(remap_flags(&root, &target)).env_remove("RUSTFLAGS");
    if profile == Profile::Release {
        cargo.arg("--release");
    } else {
        cargo.env("ENCOURS_BUILD", "development");
    }
    process::run(&mut cargo, "the page does not compile; read the first error above.")?;
    let folder = target.join(setup::TARGET).join(if profile == Profile::Release { "release" } else { "debug" });
    let out = target.join("bindgen").join(if profile == Profile::Release { "release" } else { "dev" });
    let build = Build {
        app: bind(&folder.join("app.wasm"), "app", &out.join("app"), profile)?,
        engine: bind(&folder.join("module.wasm"), "encours", &out.join("engine"), profile)?,
    };
    if profile == Profile::Release {
        refuse_machine_paths(&build, &root)?;
    }
    Ok(build)
}

fn bind(wasm: &Path, name: &str, out: &Path, profile: Profile) -> Outcome<Artefact> {
    if out.is_dir() {
        fs::remove_dir_all(out).at("clear", out)?;
    }
    let mut bindgen = Bindgen::new();
    let done = bindgen
        .input_path(wasm)
        .out_name(name)
        .typescript(true)
        .remove_name_section(profile == Profile::Release)
        .web(true)
        .and_then(|bindgen| bindgen.generate(out));
    done.map_err(|error| {
        Problem::new(format!(
            "wasm-bindgen refused {}: {error:#}; the crate and the library must be the same version.",
            wasm.display()
        ))
    })?;
    if out.join("snippets").exists() {
        // A second JavaScript file would be a request of its own, and the worker is made of one text.
        return Err(Problem::new(format!(
            "`{name}` brings JavaScript snippets (see {}); use extern bindings instead of inline_js.",
            out.display()
        )));
    }
    let read = |file: PathBuf| fs::read_to_string(&file).at("read", &file);
    let bytes = out.join(format!("{name}_bg.wasm"));
    Ok(Artefact {
        glue: read(out.join(format!("{name}.js")))?,
        wasm: fs::read(&bytes).at("read", &bytes)?,
        types: read(out.join(format!("{name}.d.ts")))?,
    })
}

/// `--remap-path-prefix` for every place whose name a panic message could carry.
fn remap_flags(root: &Path, target: &Path) -> String {
    let mut pairs = Vec::new();
    if let Ok(sources) = fs::read_dir(cargo_home().join("registry").join("src")) {
        pairs.extend(sources.flatten().map(|entry| (entry.path(), "crates")));
    }
    if let Some(sysroot) =
        process::ask(std::process::Command::new("rustc").args(["--print", "sysroot"]).current_dir(root))
    {
        pairs.push((PathBuf::from(sysroot).join("lib").join("rustlib").join("src").join("rust"), "rust"));
    }
    pairs.push((root.to_path_buf(), "encours"));
    pairs.push((target.to_path_buf(), "target"));
    let flags: Vec<String> =
        pairs.iter().map(|(from, to)| format!("'--remap-path-prefix={}={to}'", from.display())).collect();
    format!("target.{}.rustflags=[{}]", setup::TARGET, flags.join(","))
}

fn cargo_home() -> PathBuf {
    std::env::var_os("CARGO_HOME").map_or_else(|| home().join(".cargo"), PathBuf::from)
}

fn home() -> PathBuf {
    std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE")).map_or_else(PathBuf::new, PathBuf::from)
}

fn refuse_machine_paths(build: &Build, root: &Path) -> Outcome {
    for (name, wasm) in [("app", &build.app.wasm), ("module", &build.engine.wasm)] {
        for folder in [root.to_path_buf(), cargo_home()] {
            let needle = folder.display().to_string();
            if needle.len() > 3 && wasm.windows(needle.len()).any(|window| window == needle.as_bytes()) {
                return Err(Problem::new(format!(
                    "the wasm of `{name}` names the folder {needle}; add that path to `remap_flags` in crates/xtask/src/wasm.rs."
                )));
            }
        }
    }
    Ok(())
}
