//! The corridor: one file per use case, plain views for every screen.
//!
//! It alone carries values from room to room, holds the one clock and draws the random keys.
//! Refuses to calculate (no door leads to `stats`), HTML and SQL.
#![warn(missing_docs)]

mod advice;
mod analyse;
mod answers;
mod app;
mod back;
mod backup;
mod cards;
mod check_in;
mod choices;
mod clock;
mod course;
mod data;
mod dates;
mod day;
mod demo;
mod doctor;
mod experiments;
mod export;
mod first_run;
mod forget;
mod forms;
mod guided;
mod hand_on;
mod happened;
mod help;
mod import;
mod incoming;
mod language;
mod later;
mod line;
mod looking;
mod loss;
mod medicines;
mod pace;
mod plan;
mod questionnaires;
mod quiet_days;
mod random;
mod recovery;
mod remind;
mod removed;
mod report;
mod restore;
mod roots;
mod running;
mod salvage;
mod schedule;
mod scores;
mod search;
mod session;
mod sheets;
mod strategies;
mod suspects;
mod texts;
mod time;
mod today;
mod trouble;
mod typed;
mod week;
mod write;

pub use content::{Language, Speaking, said, speak, speak_on, spoken};

pub use advice::{AdviceListView, AdviceView};
pub use analyse::{AnalyseRequest, PersonAnswers, analyse};
pub use answers::{
    AnswersView, CardView, DrawerView, ElsewhereView, PictureView, SaidView, SeriesAndLine,
    ToldView,
};
pub use app::{App, Settings};
pub use back::{AfterTenseView, BackView, SpellView};
pub use backup::{BackupMade, BackupView, Every, EveryView, Proof};
pub use cards::{CardLinkView, FactCardView, card_link, card_list, cards_offered_at, fact_card};
pub use check_in::{CheckInView, Choice, ItemAnswer, LogRequest, QuestionView};
pub use clock::Clock;
pub use course::{CourseView, UnitView};
pub use data::{BroughtFileView, ColumnView, DataView, HeldView, TableView, WordView};
pub use day::{DayDraft, DayView, FactView};
pub use doctor::{CheckLine, CheckState};
pub use experiments::{
    AskOfDay, ExperimentView, ExperimentsView, LengthView, NewExperiment, OfferStep, OutcomeView,
    TodayExperiment, TryByLotView,
};
pub use export::{ExportFormat, write_private};
pub use first_run::{FirstRunStep, FirstRunView};
pub use forget::Forgotten;
pub use forms::{
    AfterForm, DoneView, FieldKind, FieldView, FormKind, FormPost, FormState, FormStep, FormView,
    OfferView, SectionView,
};
pub use guided::{SessionEndView, SessionPost, SessionRatingView, SessionStepView, SessionView};
pub use hand_on::fhir_files;
pub use happened::{HappenedView, NewContact};
pub use help::{
    CountryLink, CountryView, ForWhom, HelpView, HelpWords, LinesView, NumberView, help,
};
pub use import::{
    ImportReport, ImportRequest, ImportedView, examine, propose_map, write_proposed_map,
};
pub use incoming::{Incoming, not_taken};
pub use language::{LanguageChoice, LanguageView, language_of_browser, languages};
pub use line::LineView;
pub use looking::{NothingNewView, Pictures};
pub use medicines::{
    AskView, DosePicture, MedicineFactView, MedicineForm, MedicineView, MedicinesView,
    PlanStepView, PrescriberPlanView, StepView,
};
pub use pace::{PaceChoice, PaceView};
pub use plan::{NewPlanLine, PlanDone, PlanLineView, PlanPartView, PlanView};
pub use questionnaires::{
    AfterQuestion, BroughtView, FillKind, FillPost, FillState, FillStep, FillView, FilledView,
    KeepQuestionnaire, KeptView, QuestionnairesView,
};
pub use quiet_days::QuietDaysView;
pub use random::random_hex;
pub use recovery::SheetToPrint;
pub use remind::{Asked, Reminded, Reminder};
pub use removed::{RemovedEntryView, RemovedFileView, RemovedView};
pub use report::{PaperBlock, PaperSection, PaperView, ReportChoice, ReportRequest, ReportView};
pub use restore::{
    BROUGHT_BYTES_MAX, BackupFrom, BroughtBackup, Opens, RestoreRequest, RestoreView, Restored,
};
pub use roots::{NamedView, PartsView, RootView, RootsView};
pub use salvage::SalvageRequest;
pub use schedule::{NewSchedule, TimesView};
pub use scores::ScoreView;
pub use search::{FoundView, SearchView};
pub use session::{Gate, LockedView};
pub use sheets::{NewSheet, SheetDone, SheetEntryView, SheetFieldView, SheetView, sheet_address};
pub use strategies::{KnownView, PutAwayView, TryGroupView, TryItemView, TryListView, TryView};
pub use suspects::{SuspectView, SuspectsView};
pub use texts::{decimal, text, text_with};
pub use time::{CompareView, GlanceView, KeyView, RangeView, ReadView, RowView, TimeView};
pub use today::{TodayView, UndoView};
pub use trouble::{Trouble, TroubleKind};
pub use typed::Typed;
pub use week::{WeekPartView, WeekView};
pub use write::{NewEvent, NewNight, NewRecall};
