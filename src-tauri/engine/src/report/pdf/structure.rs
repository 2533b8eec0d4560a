//! Tagged PDF: elements in reading order, each knowing its marked content, so that a screen reader can follow.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::metadata::text;
use crate::report::layout::Laid;
use crate::report::layout::display::{Elem, Tag};

/// What an element holds.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kid {
    /// Another element.
    Elem(usize),
    /// Marked content: page, id on it.
    Mark(usize, usize),
    /// A link by its number.
    Link(usize),
}

/// A link: where it is, whose it is, and the title of the place it leads to.
pub(super) struct Linked {
    pub(super) page: usize,
    pub(super) elem: usize,
    pub(super) title: String,
}

/// What is where, gathered while pages are drawn.
pub(super) struct Content {
    kids: Vec<Vec<Kid>>,
    held: Vec<bool>,
    /// Elements by page and marked-content id.
    marks: Vec<Vec<usize>>,
    /// Links in the order they are drawn.
    pub(super) links: Vec<Linked>,
}

impl Content {
    pub(super) fn new(elems: &[Elem]) -> Self {
        Self {
            kids: vec![Vec::new(); elems.len()],
            held: vec![false; elems.len()],
            marks: Vec::new(),
            links: Vec::new(),
        }
    }

    /// A page begins.
    pub(super) fn page(&mut self) {
        self.marks.push(Vec::new());
    }

    /// Content of that element begins; gives its id on the page.
    pub(super) fn mark(&mut self, elem: usize, page: usize, elems: &[Elem]) -> usize {
        let id = self.marks[page].len();
        self.marks[page].push(elem);
        self.kid(elem, Kid::Mark(page, id), elems);
        id
    }

    /// Gives an element something to hold, and its parents the element.
    pub(super) fn kid(&mut self, elem: usize, kid: Kid, elems: &[Elem]) {
        self.hold(elem, elems);
        self.kids[elem].push(kid);
    }

    fn hold(&mut self, elem: usize, elems: &[Elem]) {
        if self.held[elem] {
            return;
        }
        self.held[elem] = true;
        if let Some(parent) = elems[elem].parent {
            self.hold(parent, elems);
            self.kids[parent].push(Kid::Elem(elem));
        }
    }
}

/// Writes the tree and gives its root.
pub(super) fn write(
    out: &mut Document,
    laid: &Laid,
    content: &Content,
    pages: &[ObjectId],
    links: &[ObjectId],
) -> ObjectId {
    let root = out.new_object_id();
    let ids: BTreeMap<usize, ObjectId> = (0..laid.elems.len())
        .filter(|e| !content.kids[*e].is_empty())
        .map(|e| (e, out.new_object_id()))
        .collect();
    for (elem, id) in &ids {
        let parent = laid.elems[*elem]
            .parent
            .and_then(|p| ids.get(&p).copied())
            .unwrap_or(root);
        let kids: Vec<Object> = content.kids[*elem].iter().filter_map(|kid| match kid {
            Kid::Elem(e) => ids.get(e).map(|id| Object::Reference(*id)),
            Kid::Mark(page, mark) => Some(dictionary! { "Type" => "MCR", "Pg" => pages[*page], "MCID" => *mark as i64 }.into()),
            Kid::Link(link) => Some(dictionary! { "Type" => "OBJR", "Obj" => *links.get(*link)?, "Pg" => pages[content.links[*link].page] }.into()),
        }).collect();
        let mut entry = dictionary! { "Type" => "StructElem", "S" => name(&laid.elems[*elem].tag), "P" => parent, "K" => kids };
        describe(&mut entry, &laid.elems[*elem].tag);
        out.set_object(*id, entry);
    }
    let tree = out.add_object(dictionary! { "Nums" => numbers(content, &ids) });
    let next = (content.marks.len() + content.links.len()) as i64;
    let top = ids.get(&0).copied().unwrap_or(root);
    out.set_object(root, dictionary! { "Type" => "StructTreeRoot", "K" => top, "ParentTree" => tree, "ParentTreeNextKey" => next });
    root
}

/// From page and mark, and from link, back to the element.
fn numbers(content: &Content, ids: &BTreeMap<usize, ObjectId>) -> Vec<Object> {
    let reference = |elem: &usize| {
        ids.get(elem)
            .map_or(Object::Null, |id| Object::Reference(*id))
    };
    let pages = content
        .marks
        .iter()
        .map(|marks| Object::Array(marks.iter().map(reference).collect()));
    let links = content.links.iter().map(|l| reference(&l.elem));
    pages
        .chain(links)
        .enumerate()
        .flat_map(|(i, value)| [Object::Integer(i as i64), value])
        .collect()
}

fn describe(entry: &mut Dictionary, tag: &Tag) {
    match tag {
        Tag::Figure(words) => entry.set("Alt", text(words)),
        Tag::TableHead => entry.set("A", dictionary! { "O" => Object::Name(b"Table".to_vec()), "Scope" => Object::Name(b"Column".to_vec()) }),
        _ => {}
    }
}

fn name(tag: &Tag) -> Object {
    let name = match tag {
        Tag::Document => "Document",
        Tag::Sect => "Sect",
        Tag::Heading(1) => "H1",
        Tag::Heading(2) => "H2",
        Tag::Heading(_) => "H3",
        Tag::Paragraph => "P",
        Tag::List => "L",
        Tag::ListItem => "LI",
        Tag::ListLabel => "Lbl",
        Tag::ListBody => "LBody",
        Tag::Table => "Table",
        Tag::TableRow => "TR",
        Tag::TableHead => "TH",
        Tag::TableCell => "TD",
        Tag::Figure(_) => "Figure",
        Tag::Contents => "TOC",
        Tag::ContentsItem => "TOCI",
        Tag::Link => "Link",
    };
    Object::Name(name.as_bytes().to_vec())
}
