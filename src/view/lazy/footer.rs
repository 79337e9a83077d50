//! What do the answers rest on?

use serviceaftale_core::answers::DataState;
use serviceaftale_core::messages;
use serviceaftale_core::time::Timestamp;

use crate::view::Draw;

/// What goes for every answer, and which data they come from.
pub fn footer(draw: &mut Draw, data: &DataState, now: Timestamp) {
    let words = messages::footer(draw.say.language);
    draw.open("footer", "");
    draw.attribute("part", "footer");
    if data.review_overdue {
        draw.open("div", "notice failed");
        draw.emphasised("p", words.review_overdue(data));
        draw.close();
    }
    draw.element("p", "", |draw| {
        draw.label(words.guidance);
        draw.space();
        draw.text(words.computed_for(now));
    });
    draw.words("p", "", words.data_version(data));
    draw.close();
}
