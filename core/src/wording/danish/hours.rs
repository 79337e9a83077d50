//! Which words does Danish have for opening hours and public holidays?

use crate::calendar::PublicHoliday;
use crate::wording::hours::HoursWords;

pub(super) const HOURS: HoursWords = HoursWords { all_closed: "alt er lukket", public_holiday };

const fn public_holiday(holiday: PublicHoliday) -> &'static str {
    match holiday {
        PublicHoliday::NewYearsDay => "nytårsdag",
        PublicHoliday::MaundyThursday => "skærtorsdag",
        PublicHoliday::GoodFriday => "langfredag",
        PublicHoliday::EasterSunday => "påskedag",
        PublicHoliday::EasterMonday => "2. påskedag",
        PublicHoliday::GreatPrayerDay => "store bededag",
        PublicHoliday::AscensionDay => "Kristi himmelfartsdag",
        PublicHoliday::WhitSunday => "pinsedag",
        PublicHoliday::WhitMonday => "2. pinsedag",
        PublicHoliday::ChristmasDay => "juledag",
        PublicHoliday::SecondChristmasDay => "2. juledag",
    }
}
