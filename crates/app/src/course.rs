//! The course for feeling unreal: its pages, and where the person was. Refuses to count days, and to hold
//! anybody back from a page.

use content::{Course, Unit};
use finding::Answer;
use record::LocalDay;

use crate::sheets::SheetView;
use crate::strategies::{KnownView, address as strategy_address, all};
use crate::{App, Trouble, text, text_with};

/// The setting that holds the page on which the person was last.
const AT: &str = "course_at";
/// The setting that holds the day on which the course was begun.
const BEGAN: &str = "course_began";
/// After so many days without a change for the better, somebody who knows more is named.
const LONG_DAYS: i32 = 42;

/// The course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourseView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// It is put away; Help comes first.
    pub is_hidden: bool,
    /// Where the person was: in words, and its address.
    pub at: Option<(String, String)>,
    /// Who may help more, after six weeks.
    pub see_someone: Option<String>,
    /// All pages: address and heading.
    pub units: Vec<(String, String)>,
    /// What is known.
    pub known: KnownView,
}

/// One page of the course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// Which page of how many.
    pub place: String,
    /// What it is about.
    pub heading: String,
    /// What it says.
    pub text: Vec<String>,
    /// The one thing to do.
    pub task: String,
    /// What goes with it: address and words.
    pub also: Option<(String, String)>,
    /// The sheet to write on.
    pub sheet: SheetView,
    /// Address of the page before.
    pub previous: Option<String>,
    /// Address of the next page.
    pub next: Option<String>,
}

pub(crate) fn units() -> Result<&'static Course, Trouble> {
    content::course().map_err(|error| Trouble::ours(error.to_string()))
}

pub(crate) fn address(unit: &Unit) -> String {
    format!("/course/{}", unit.number)
}

impl App {
    /// The course and where the person was in it.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn course(&mut self) -> Result<CourseView, Trouble> {
        let course = units()?;
        let is_hidden = self.hides_everything_to_try()?;
        let at = self.opened()?.store.setting(AT)?;
        let at = at.and_then(|number| {
            course
                .units
                .iter()
                .find(|unit| unit.number.to_string() == number)
        });
        let at = at.map(|unit| {
            let values = [
                ("n", u32::from(unit.number).into()),
                ("heading", unit.heading.as_str().into()),
            ];
            (text_with("course-at", &values), address(unit))
        });
        let all = course.units.iter();
        Ok(CourseView {
            is_example: self.is_example,
            is_hidden,
            at,
            see_someone: if is_hidden { None } else { self.see_someone()? },
            units: all
                .map(|unit| (address(unit), unit.heading.clone()))
                .collect(),
            known: KnownView::new(
                &course.evidence,
                course.grade,
                (&course.sources, &course.header),
            ),
        })
    }

    /// One page of the course, which is where the person is from now on; `None` where there is no such
    /// page or the course is put away.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or the disk refuses.
    pub fn course_unit(&mut self, number: u16) -> Result<Option<UnitView>, Trouble> {
        let course = units()?;
        let of_number = |number: u16| course.units.iter().find(|unit| unit.number == number);
        let Some(unit) = of_number(number) else {
            return Ok(None);
        };
        if self.hides_everything_to_try()? {
            return Ok(None);
        }
        self.remember_unit(unit)?;
        let also = unit.strategy.as_ref();
        let also = also.and_then(|id| all().ok()?.iter().find(|one| one.id == *id));
        let values = [
            ("n", u32::from(unit.number).into()),
            ("all", course.units.len().into()),
        ];
        Ok(Some(UnitView {
            is_example: self.is_example,
            place: text_with("course-unit", &values),
            heading: unit.heading.clone(),
            text: unit.text.clone(),
            task: unit.task.clone(),
            also: also.map(|one| (strategy_address(one), one.heading.clone())),
            sheet: self.sheet(&unit.sheet)?,
            previous: number.checked_sub(1).and_then(of_number).map(address),
            next: number.checked_add(1).and_then(of_number).map(address),
        }))
    }

    fn remember_unit(&mut self, unit: &Unit) -> Result<(), Trouble> {
        let today = self.today_date()?.to_string();
        let store = &mut self.opened()?.store;
        let number = unit.number.to_string();
        if store.setting(AT)?.as_ref() != Some(&number) {
            store.set_setting(AT, Some(&number))?;
        }
        if store.setting(BEGAN)?.is_none() {
            store.set_setting(BEGAN, Some(&today))?;
        }
        Ok(())
    }

    /// After six weeks: who may help more, where no finding says that it got better.
    fn see_someone(&mut self) -> Result<Option<String>, Trouble> {
        let today = self.today_date()?;
        let began = self.opened()?.store.setting(BEGAN)?;
        let began = began.and_then(|day| LocalDay::parse(&day).ok());
        let Some(began) = began.filter(|day| today.days_since(*day) >= LONG_DAYS) else {
            return Ok(None);
        };
        let found = self.found_course()?;
        let Answer::Finding(course, _) = &*found else {
            return Ok(Some(text("course-see-someone-few")));
        };
        let latest = course.latest_change();
        let is_better = latest
            .is_some_and(|change| change.size.high < 0.0 && change.latest.days_since(began) >= 0);
        Ok((!is_better).then(|| text("course-see-someone")))
    }
}
