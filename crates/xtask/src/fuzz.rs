//! `cargo xtask fuzz`: one target of `tests/fuzz` under libFuzzer, from the seeds and from every fixture of past finds.
//! The tool is taken from PATH, else from target/tools, else built there once; the corpus stays in target/fuzz.

use crate::problem::{Outcome, Problem};
use crate::{process, setup};
use std::path::PathBuf;
use std::process::Command;

/// The version that was tried with the nightly of the day.
const VERSION: &str = "0.13.2";

/// `cargo xtask fuzz TARGET [--minutes N]`
pub fn command(arguments: &[String]) -> Outcome {
    let (target, minutes) = match arguments {
        [target] => (target, 10),
        [target, flag, minutes] if flag == "--minutes" => (target, whole(minutes)?),
        _ => return Err(Problem::new(format!("name one target ({}), then --minutes N.", targets()?.join(", ")))),
    };
    if !targets()?.contains(target) {
        return Err(Problem::new(format!("no target `{target}`; there are {}.", targets()?.join(", "))));
    }
    let folder = setup::target_dir()?.join("fuzz").join(target);
    let (corpus, seeds, finds) = (folder.join("corpus"), folder.join("seeds"), folder.join("finds"));
    for folder in [&corpus, &seeds, &finds] {
        std::fs::create_dir_all(folder).map_err(|error| Problem::new(format!("{}: {error}.", folder.display())))?;
    }
    let mut write_seeds = setup::cargo()?;
    write_seeds.args(["run", "--quiet", "-p", "acceptance", "--example", "seeds", "--", target]).arg(&seeds);
    process::run(&mut write_seeds, "the seeds are in tests/src/fuzz/seeds.rs.")?;

    let mut fuzz = Command::new(tool()?);
    fuzz.current_dir(setup::root()?)
        .env("RUSTUP_TOOLCHAIN", "nightly")
        .env("CARGO_TARGET_DIR", setup::target_dir()?.join("fuzz").join("build"))
        .args(["fuzz", "run", "--fuzz-dir", "tests/fuzz", "--sanitizer", "none", "-O", "-a", target])
        .args([&corpus, &seeds])
        .args(Some(setup::root()?.join("tests/fixtures/fuzz").join(target)).filter(|fixtures| fixtures.is_dir()))
        .args(["--", "-rss_limit_mb=1024", "-timeout=30", "-print_final_stats=1"])
        .arg(format!("-max_total_time={}", minutes * 60))
        .arg(format!("-artifact_prefix={}/", finds.display()));
    process::run(
        &mut fuzz,
        &format!(
            "what made it fail is in {}; mend it, then keep it under tests/fixtures/fuzz/{target}.",
            finds.display()
        ),
    )
}

/// The targets, by their files.
fn targets() -> Outcome<Vec<String>> {
    let folder = setup::root()?.join("tests/fuzz/fuzz_targets");
    let files = std::fs::read_dir(&folder).map_err(|error| Problem::new(format!("{}: {error}.", folder.display())))?;
    let mut names: Vec<String> =
        files.filter_map(|file| file.ok()?.path().file_stem()?.to_str().map(str::to_owned)).collect();
    names.sort();
    Ok(names)
}

fn whole(text: &str) -> Outcome<u64> {
    text.parse().map_err(|_| Problem::new(format!("`{text}` is no number of minutes.")))
}

fn tool() -> Outcome<PathBuf> {
    let tools = setup::target_dir()?.join("tools");
    let candidates = [PathBuf::from("cargo-fuzz"), tools.join("bin").join("cargo-fuzz")];
    let found =
        candidates.into_iter().find(|tool| process::ask(Command::new(tool).args(["fuzz", "--version"])).is_some());
    if let Some(found) = found {
        return Ok(found);
    }
    println!("Building cargo-fuzz {VERSION} into target/tools (once)...");
    let mut install = setup::cargo()?;
    install.args(["install", "cargo-fuzz", "--version", VERSION, "--locked", "--root"]).arg(&tools);
    process::run(&mut install, "cargo-fuzz is built once, from the package registry; check the network.")?;
    Ok(tools.join("bin").join("cargo-fuzz"))
}
