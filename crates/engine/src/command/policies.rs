//! The remarks of the linter and the back-test of policies, as people read them.

use super::columns::table;
use super::people::{left, right, ten_thousandths};
use protocol::{PolicyCheck, SimulatedCurrency, Simulation};
use text::Language;
use values::Currency;

/// One line for each remark.
pub fn check(check: &PolicyCheck, language: Language) -> String {
    let title = format!("{} ({})\n\n", check.name, check.policy);
    if check.remarks.is_empty() {
        return title + language.policy_sound() + "\n";
    }
    let line = |one: &protocol::PolicyRemark| {
        format!("[{}] {} · {}\n  {}\n", language.policy_lint_weight(one.grave), one.path, one.rule, one.text)
    };
    title + &check.remarks.iter().map(line).collect::<String>()
}

/// The policies side by side, then what is assumed.
pub fn simulation(simulation: &Simulation, language: Language) -> String {
    let headings = [
        left(language.simulation_policy()),
        left(language.cli_currency()),
        right(language.simulation_contacts()),
        right(language.simulation_calls()),
        right(language.simulation_cost()),
        right(language.simulation_customers()),
        right(language.simulation_needless()),
        right(language.simulation_paid_late()),
        right(language.simulation_days()),
        right(language.simulation_busiest()),
    ];
    let rows: Vec<Vec<String>> = simulation
        .policies
        .iter()
        .flat_map(|policy| policy.currencies.iter().map(|of| line(&policy.policy, of, language)))
        .collect();
    let period = language.simulation_period(simulation.from, simulation.to);
    let assumed: String = simulation.assumed.iter().map(|sentence| format!("- {sentence}\n")).collect();
    format!("{period}\n\n{}\n{assumed}", table(&headings, &rows))
}

fn line(policy: &str, of: &SimulatedCurrency, language: Language) -> Vec<String> {
    let calls: u32 = of.weeks.iter().map(|week| week.calls).sum();
    let busiest = of.weeks.iter().map(|week| week.contacts).max().unwrap_or(0);
    let days = of.days_earlier.map(|days| language.short_tenths(ten_thousandths(days))).unwrap_or_default();
    vec![
        policy.to_owned(),
        of.currency.code().to_owned(),
        language.number(of.contacts.into()),
        language.number(calls.into()),
        language.money(of.cost, Currency::EUR),
        language.number(of.customers.into()),
        language.number(of.needless.into()),
        language.amount(of.paid_late, of.currency),
        days,
        language.number(busiest.into()),
    ]
}
