//! Which words does English have for opening hours and public holidays?

use crate::calendar::PublicHoliday;
use crate::messages::Sentence;
use crate::messages::hours::HoursWords;

pub(super) const HOURS: HoursWords = HoursWords {
    at_hours: Sentence::new("{0}"),
    closed: "closed",
    every_day: "every day",
    weekdays: "weekdays",
    weekend: "weekends",
    all_closed: "everything is closed",
    closed_for: Sentence::new("closed for {0}"),
    open_for: Sentence::new("open {0} for {1}"),
    as_well_as: "as well as",
    public_holiday,
};

const fn public_holiday(holiday: PublicHoliday) -> &'static str {
    match holiday {
        PublicHoliday::NewYearsDay => "New Year's Day",
        PublicHoliday::MaundyThursday => "Maundy Thursday",
        PublicHoliday::GoodFriday => "Good Friday",
        PublicHoliday::EasterSunday => "Easter Sunday",
        PublicHoliday::EasterMonday => "Easter Monday",
        PublicHoliday::GreatPrayerDay => "Great Prayer Day",
        PublicHoliday::AscensionDay => "Ascension Day",
        PublicHoliday::WhitSunday => "Whit Sunday",
        PublicHoliday::WhitMonday => "Whit Monday",
        PublicHoliday::ChristmasDay => "Christmas Day",
        PublicHoliday::SecondChristmasDay => "Second Day of Christmas",
    }
}
