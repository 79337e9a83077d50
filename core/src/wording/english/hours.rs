//! Which words does English have for opening hours and public holidays?

use crate::calendar::PublicHoliday;
use crate::wording::hours::HoursWords;

pub(super) const HOURS: HoursWords = HoursWords { all_closed: "everything is closed", public_holiday };

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
