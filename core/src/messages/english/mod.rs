//! What does the customer read in English?

mod account;
mod addresses;
mod announcements;
mod calendars;
mod call_out;
mod comparison;
mod maintenance;
pub(super) mod timeline;
mod what_if;

pub(super) use account::ACCOUNT;
pub(super) use addresses::ADDRESSES;
pub(super) use announcements::ANNOUNCEMENTS;
pub(super) use calendars::CALENDARS;
pub(super) use call_out::CALL_OUT;
pub(super) use comparison::COMPARISON;
pub(super) use maintenance::MAINTENANCE;
pub(super) use what_if::WHAT_IF;

use super::bridge::english as times;
