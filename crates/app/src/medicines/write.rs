//! Writes down what was told of medicines, each as one fact that can be taken out again. Refuses a
//! day ahead: what lies ahead is a plan, and stands on a page of its own.

use record::{
    DoseAmount, FactBody, Label, LocalDay, MedicationAdministration, MedicationStatement,
};

use super::courses;
use crate::check_in::refused;
use crate::write::parse_day;
use crate::{App, Trouble};

/// What a form about medicines sends, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MedicineForm {
    /// Its key.
    pub key: String,
    /// The medicine.
    pub medicine: String,
    /// The daily dose.
    pub amount: String,
    /// Its unit.
    pub unit: String,
    /// The day, YYYY-MM-DD.
    pub day: String,
    /// `yes`: the person who prescribes it made the plan.
    pub confirmed: String,
    /// The step of a plan that begins.
    pub step: String,
}

/// Highest dose that is taken for one.
const AMOUNT_MAX: f64 = 1_000_000.0;

/// The number of a dose, zero or more.
pub(super) fn amount(typed: &str) -> Result<f64, Trouble> {
    let typed = typed.trim();
    if typed.contains(',') {
        // In one land `1,000` is one, in another it is a thousand.
        let hint = "write it with a point, such as 37.5";
        return Err(Trouble::input(
            "a dose with a comma can be read in two ways",
            hint,
        ));
    }
    let amount: Option<f64> = typed.parse().ok();
    amount
        .filter(|amount| amount.is_finite() && (0.0..=AMOUNT_MAX).contains(amount))
        .ok_or_else(|| {
            let hint = "give the whole dose of one day, such as 75 or 37.5";
            Trouble::input("that is not a dose", hint)
        })
}

impl App {
    /// A medicine that is taken since a day.
    ///
    /// # Errors
    /// [`Trouble`] when a field does not fit, the medicine is on the list of now, or the disk
    /// refuses; then nothing was changed.
    pub fn add_medicine(&mut self, form: &MedicineForm) -> Result<(), Trouble> {
        let name = Label::new(&form.medicine).map_err(|_| {
            Trouble::input("a medicine has a name", "write its name, in your own words")
        })?;
        let unit = Label::new(&form.unit)
            .map_err(|_| Trouble::input("a dose has a unit", "write it, such as mg or drops"))?;
        let amount = amount(&form.amount)?;
        if amount <= 0.0 {
            let hint = "give the dose of one day; the end of a medicine stands beside its name";
            return Err(Trouble::input(
                "a dose that is taken is more than zero",
                hint,
            ));
        }
        let (day, today) = (self.day_so_far(&form.day)?, self.today_date()?);
        let record = self.known()?.record.clone();
        let found = courses(&record);
        let known = (found.iter())
            .find(|course| course.name.to_lowercase() == name.as_str().to_lowercase());
        if known.is_some_and(|course| course.taken_on(today).is_some())
            && !self.is_kept(&form.key)?
        {
            let hint = "to write a new dose, open it on the list below";
            return Err(Trouble::input("this medicine is on your list of now", hint));
        }
        // Answers compare the steps of one name: a medicine keeps the way it was first written.
        let name = match known {
            Some(course) => Label::new(course.name).map_err(refused)?,
            None => name,
        };
        self.keep_step(&form.key, (name, amount, unit), day)
    }

    /// A new dose of a medicine from a day on.
    ///
    /// # Errors
    /// As [`App::add_medicine`].
    pub fn change_medicine(&mut self, form: &MedicineForm) -> Result<(), Trouble> {
        let amount = amount(&form.amount)?;
        self.next_step(form, amount)
    }

    /// The first day without a medicine.
    ///
    /// # Errors
    /// As [`App::add_medicine`].
    pub fn end_medicine(&mut self, form: &MedicineForm) -> Result<(), Trouble> {
        self.next_step(form, 0.0)
    }

    /// A dose that was left out on a day.
    ///
    /// # Errors
    /// As [`App::add_medicine`].
    pub fn leave_dose_out(&mut self, form: &MedicineForm) -> Result<(), Trouble> {
        let (name, _) = self.known_medicine(&form.medicine)?;
        let (day, today) = (self.day_so_far(&form.day)?, self.today_date()?);
        let moment = if day == today {
            self.clock.now()
        } else {
            self.at(&form.day, "12:00")?
        };
        let dose = MedicationAdministration {
            medicine: name,
            is_taken: false,
            dose: None,
        };
        let body = FactBody::MedicationAdministration(dose);
        self.keep_fact(&form.key, moment, body, "saved-medicine")
    }

    fn next_step(&mut self, form: &MedicineForm, amount: f64) -> Result<(), Trouble> {
        let (name, unit) = self.known_medicine(&form.medicine)?;
        let day = self.day_so_far(&form.day)?;
        self.keep_step(&form.key, (name, amount, unit), day)
    }

    /// A medicine of the list, with the unit of its last step: a change of unit would make two
    /// doses that nobody can compare.
    pub(super) fn known_medicine(&mut self, medicine: &str) -> Result<(Label, Label), Trouble> {
        let record = self.known()?.record.clone();
        let found = courses(&record);
        let course = found.iter().find(|course| course.name == medicine);
        let last = course.and_then(super::Course::last).ok_or_else(|| {
            let hint = "add it first, then write what changed";
            Trouble::input("this medicine is not on your list", hint)
        })?;
        Ok((last.medicine.clone(), last.dose.unit.clone()))
    }

    pub(super) fn keep_step(
        &mut self,
        key: &str,
        (name, amount, unit): (Label, f64, Label),
        day: LocalDay,
    ) -> Result<(), Trouble> {
        let dose = DoseAmount::new(amount, unit).map_err(refused)?;
        let step = MedicationStatement::new(name, dose, day, None).map_err(refused)?;
        let moment = self.at(&day.to_string(), "12:00")?;
        let body = FactBody::MedicationStatement(step);
        self.keep_fact(key, moment, body, "saved-medicine")
    }

    /// A day that has come.
    pub(crate) fn day_so_far(&mut self, typed: &str) -> Result<LocalDay, Trouble> {
        let day = parse_day(typed.trim())?;
        if day > self.today_date()? {
            let hint = "give a day that has come; a plan for later has a page of its own";
            return Err(Trouble::input("that day has not come yet", hint));
        }
        Ok(day)
    }

    /// Whether this form was kept already.
    fn is_kept(&mut self, key: &str) -> Result<bool, Trouble> {
        let key = crate::random::parse_key(key)?;
        Ok(self.opened()?.store.fact(key)?.is_some())
    }
}
