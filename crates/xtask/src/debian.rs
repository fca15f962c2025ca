//! Packages of Debian and its relatives, for the programs that tests need beside the toolchain.

use crate::process;
use std::process::Command;

/// Installs packages when we may: as root, or with a sudo that asks nothing. Tells whether they are there.
pub fn install(packages: &[&str]) -> bool {
    let prefix: &[&str] = match process::ask(Command::new("id").arg("-u")).as_deref() {
        Some("0") => &[],
        Some(_) if process::ask(Command::new("sudo").args(["-n", "true"])).is_some() => &["sudo", "-n"],
        _ => return false,
    };
    if process::ask(Command::new("apt-get").arg("--version")).is_none() {
        return false;
    }
    // The lock may be held by the machine's own updates: wait for it rather than fail.
    let apt = |arguments: &[&str]| {
        let words = [prefix, &["apt-get", "-o", "DPkg::Lock::Timeout=500", "-y", "-q"], arguments].concat();
        let Some((program, rest)) = words.split_first() else { return false };
        process::run(Command::new(program).args(rest).env("DEBIAN_FRONTEND", "noninteractive"), "going on without it.")
            .is_ok()
    };
    // A stale list of one source must not stop the installation: the second call decides.
    let _ = apt(&["update"]);
    apt(&[&["install", "--no-install-recommends"], packages].concat())
}
