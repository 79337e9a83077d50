//! How is a part of the page left alone while what it shows stays the same?
//!
//! A part is a component of its own. Yew compares what it is drawn from, and draws it again only when that has changed: a
//! letter that somebody types need not draw a year of holidays.

use std::any::Any;
use std::ptr;
use std::rc::Rc;

use serviceaftale_core::messages::Messages;
use yew::virtual_dom::{Key, VComp};
use yew::{Callback, Component, Context, Html, Properties};

use crate::app::Msg;
use crate::view::Draw;

impl Draw {
    /// What `content` draws from what it is given, and again only when that is another.
    pub fn part<T: PartialEq + 'static>(&mut self, from: T, content: fn(&mut Self, &T)) {
        self.place(None, from, content);
    }

    /// The same for one of a list, of which each has a key of its own: it stays with that one, whichever others come or go.
    pub fn part_of_list<T: PartialEq + 'static>(&mut self, key: impl Into<Key>, from: T, content: fn(&mut Self, &T)) {
        self.place(Some(key.into()), from, content);
    }

    fn place<T: PartialEq + 'static>(&mut self, key: Option<Key>, from: T, content: fn(&mut Self, &T)) {
        let drawn = Rc::new(Drawing { from, content });
        let frame = Frame { say: self.say, tell: self.tell.clone(), heading_level: self.heading_level };
        self.add(VComp::new::<Part>(Rc::new(PartProps { drawn, frame }), key).into());
    }
}

/// What a part is drawn from, and how.
struct Drawing<T> {
    from: T,
    content: fn(&mut Draw, &T),
}

/// The same of any kind: one component draws them all.
trait Drawn {
    fn draw(&self, draw: &mut Draw);
    fn is_same(&self, other: &dyn Drawn) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl<T: PartialEq + 'static> Drawn for Drawing<T> {
    fn draw(&self, draw: &mut Draw) {
        (self.content)(draw, &self.from);
    }

    fn is_same(&self, other: &dyn Drawn) -> bool {
        let other = other.as_any().downcast_ref::<Self>();
        other.is_some_and(|other| ptr::fn_addr_eq(self.content, other.content) && self.from == other.from)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// The page around a part.
#[derive(Clone)]
struct Frame {
    say: &'static Messages,
    /// One and the same as long as the page is there.
    tell: Callback<Msg>,
    heading_level: u8,
}

#[derive(Properties)]
struct PartProps {
    drawn: Rc<dyn Drawn>,
    frame: Frame,
}

impl PartialEq for PartProps {
    fn eq(&self, other: &Self) -> bool {
        self.frame.heading_level == other.frame.heading_level
            && ptr::eq(self.frame.say, other.frame.say)
            && self.drawn.is_same(other.drawn.as_ref())
    }
}

struct Part;

impl Component for Part {
    type Message = ();
    type Properties = PartProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let PartProps { drawn, frame } = context.props();
        Draw::several(frame.say, frame.tell.clone(), frame.heading_level, |draw| drawn.draw(draw))
    }
}

/// What is the same only as long as it is the very same: to compare it would take longer than to draw it.
pub struct Same<T>(pub Rc<T>);

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
