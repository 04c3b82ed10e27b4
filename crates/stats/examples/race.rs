//! Our side of a race: answers one task on one table and says how much processor time that took.
//!
//! `race TASK.json` prints one line of JSON; `cargo xtask race` writes the task and runs the other
//! side. Refuses to judge, and to time anything but the answer: reading the table is not counted.

use serde_json::{Value, json};
use stats::changepoint::cheapest_division;
use stats::graph::{Mark, Node, Options, pcmci_plus};
use stats::state_space::{Criterion, Family, Layout, Optimum, maximize};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// A measurement lasts at least this long, because the system's clock of a thread is coarse.
const SECONDS_MIN: f64 = 0.05;
const N_MEASUREMENTS: usize = 7;

fn main() -> Outcome<()> {
    let path = std::env::args().nth(1).ok_or("which task?")?;
    let task: Value = serde_json::from_str(&std::fs::read_to_string(path)?)?;
    let table = read_table(&text(&task, "data")?)?;
    let answer = match text(&task, "kind")?.as_str() {
        "links" => links(&task, &table)?,
        "stretches" => stretches(&task, &table)?,
        "dependence" => dependence(&task, &table)?,
        other => return Err(format!("no kind `{other}`").into()),
    };
    println!("{answer}");
    Ok(())
}

fn links(task: &Value, series: &[Vec<f64>]) -> Outcome<Value> {
    let options = Options {
        alpha: number(task, "alpha")?,
        ..Options::of_lag(whole(task, "lag_max")?)
    };
    let (seconds, graph) = measure(|| pcmci_plus(series, &options))?;
    let mut tests = Vec::new();
    for lag in 0..=options.lag_max {
        for variable in 0..series.len() {
            for to in 0..series.len() {
                // Same-time pairs once.
                if lag == 0 && variable >= to {
                    continue;
                }
                let found = graph.tested(Node { variable, lag }, to);
                let found = found.ok_or("a pair was not looked at")?;
                tests.push(json!([variable, to, lag, found.correlation, found.p_value]));
            }
        }
    }
    let links: Vec<Value> = graph
        .links
        .iter()
        .map(|link| json!([link.from.variable, link.to, link.from.lag, word(link.mark)]))
        .collect();
    let n_ambiguous = graph.ambiguous.len();
    Ok(json!({"seconds": seconds, "links": links, "n_ambiguous": n_ambiguous, "tests": tests}))
}

/// The mark as tigramite writes it.
fn word(mark: Mark) -> &'static str {
    match mark {
        Mark::Forward => "-->",
        Mark::Backward => "<--",
        Mark::Open => "o-o",
        Mark::Conflict => "x-x",
    }
}

fn stretches(task: &Value, table: &[Vec<f64>]) -> Outcome<Value> {
    let (penalty, shortest) = (number(task, "penalty")?, whole(task, "length_min")?);
    let values = table.first().ok_or("an empty table")?;
    let (seconds, starts) = measure(|| cheapest_division(values, penalty, shortest))?;
    Ok(json!({"seconds": seconds, "starts": starts}))
}

/// The table holds the day, the columns and, last, the values.
fn dependence(task: &Value, table: &[Vec<f64>]) -> Outcome<Value> {
    let (values, rest) = table.split_last().ok_or("an empty table")?;
    let seen: Vec<usize> = (0..values.len()).filter(|i| !values[*i].is_nan()).collect();
    let pick = |column: &Vec<f64>| -> Vec<f64> { seen.iter().map(|i| column[*i]).collect() };
    let (times, values) = (pick(&rest[0]), pick(values));
    let columns: Vec<Vec<f64>> = rest[1..].iter().map(pick).collect();
    let has_noise = task["has_noise"].as_bool().ok_or("has_noise")?;
    let family = if has_noise {
        Family::ArNoise
    } else {
        Family::Ar
    };
    let (seconds, best) = measure(|| {
        let layout = Layout::new(&times, &columns)?;
        maximize(&layout, &values, family, Criterion::Likelihood)
    })?;
    let parameters = parameters(&best, values.len(), has_noise)?;
    let likelihood = best.fit.log_likelihood;
    Ok(json!({"seconds": seconds, "log_likelihood": likelihood, "parameters": parameters}))
}

/// Coefficients, correlation, noise variance (if there is noise) and innovation variance: the order
/// and the units of statsmodels.
fn parameters(best: &Optimum, n: usize, has_noise: bool) -> Outcome<Vec<f64>> {
    let scale = best.fit.rss / f64::from(u32::try_from(n)?);
    let rho = best.theta.rho();
    let mut list = best.fit.beta.clone();
    list.push(rho);
    if has_noise {
        list.push(best.theta.noise_var() * scale);
    }
    list.push(best.theta.ar_var() * (1.0 - rho * rho) * scale);
    Ok(list)
}

/// Seconds of processor time of one call, measured several times, and the answer.
fn measure<T, E>(task: impl Fn() -> Result<T, E>) -> Outcome<(Vec<f64>, T)>
where
    E: std::error::Error + 'static,
{
    let answer = task()?;
    let mut n_calls = 1_u32;
    let mut list = Vec::new();
    while list.len() < N_MEASUREMENTS {
        let start = processor_seconds()?;
        for _ in 0..n_calls {
            std::hint::black_box(task()?);
        }
        let took = processor_seconds()? - start;
        if took < SECONDS_MIN {
            n_calls *= 2;
        } else {
            list.push(took / f64::from(n_calls));
        }
    }
    Ok((list, answer))
}

/// Processor time of all threads of this program.
fn processor_seconds() -> Outcome<f64> {
    // A pass to the scheduler makes it note what this thread has used so far.
    std::thread::yield_now();
    let mut nanoseconds = 0.0;
    for task in std::fs::read_dir("/proc/self/task")? {
        let line = std::fs::read_to_string(task?.path().join("schedstat"))?;
        let used = line.split(' ').next().unwrap_or_default();
        nanoseconds += used.parse::<f64>()?;
    }
    Ok(nanoseconds / 1e9)
}

/// Columns of a table with one heading; an empty field is missing.
fn read_table(path: &str) -> Outcome<Vec<Vec<f64>>> {
    let text = std::fs::read_to_string(path)?;
    let mut lines = text.lines();
    let width = lines.next().unwrap_or_default().split(',').count();
    let mut columns = vec![Vec::new(); width];
    for line in lines {
        for (column, field) in columns.iter_mut().zip(line.split(',')) {
            column.push(match field {
                "" => f64::NAN,
                field => field.parse()?,
            });
        }
    }
    Ok(columns)
}

fn text(task: &Value, key: &str) -> Outcome<String> {
    let word = task[key].as_str();
    Ok(word.ok_or(format!("the task has no {key}"))?.to_owned())
}

fn number(task: &Value, key: &str) -> Outcome<f64> {
    let value = task[key].as_f64();
    Ok(value.ok_or(format!("the task has no {key}"))?)
}

fn whole(task: &Value, key: &str) -> Outcome<usize> {
    let value = task[key].as_u64();
    Ok(usize::try_from(
        value.ok_or(format!("the task has no {key}"))?,
    )?)
}
