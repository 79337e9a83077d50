//! What do the answers rest on?

use serviceaftale_core::answer::DataState;
use serviceaftale_core::calendar::Timestamp;

use crate::ui::Draw;

/// What goes for every answer, and which data they come from.
pub fn footer(draw: &mut Draw, data: &DataState, now: Timestamp) {
    let say = draw.say;
    draw.open("footer", "");
    draw.attribute("part", "footer");
    if data.review_overdue {
        draw.open("div", "notice failed");
        draw.emphasised("p", (say.labels.review_overdue.to_owned(), say.review_overdue(data)));
        draw.close();
    }
    draw.element("p", "", |draw| {
        draw.label(say.labels.guidance);
        draw.space();
        draw.text(say.computed_for(now));
    });
    draw.words("p", "", say.data_version(data));
    draw.close();
}
