//! Bookmarks, nested as the headings are.

use lopdf::{Document, Object, ObjectId, dictionary};

use super::metadata::text;
use crate::report::layout::Laid;
use crate::report::layout::style::Sheet;

struct Entry<'a> {
    level: u8,
    title: &'a str,
    page: usize,
    y: f32,
}

/// Writes the tree and gives its root; `None` without bookmarks.
pub(super) fn write(out: &mut Document, laid: &Laid, pages: &[ObjectId]) -> Option<ObjectId> {
    let entries: Vec<Entry<'_>> = laid
        .marks
        .iter()
        .filter_map(|(page, mark)| {
            mark.bookmark.as_ref().map(|(level, title)| Entry {
                level: *level,
                title,
                page: *page,
                y: mark.y,
            })
        })
        .collect();
    let parents: Vec<Option<usize>> = (0..entries.len())
        .map(|i| (0..i).rev().find(|j| entries[*j].level < entries[i].level))
        .collect();
    let children = |of: Option<usize>| -> Vec<usize> {
        (0..entries.len()).filter(|i| parents[*i] == of).collect()
    };
    let root = out.new_object_id();
    let ids: Vec<ObjectId> = entries.iter().map(|_| out.new_object_id()).collect();
    for (i, entry) in entries.iter().enumerate() {
        let siblings = children(parents[i]);
        let at = siblings.iter().position(|s| *s == i).unwrap_or(0);
        let top = Sheet::HEIGHT - entry.y + 14.0;
        let place: Vec<Object> = vec![
            pages[entry.page].into(),
            Object::Name(b"XYZ".to_vec()),
            0.into(),
            top.into(),
            Object::Null,
        ];
        let mut item = dictionary! { "Title" => text(entry.title), "Parent" => parents[i].map_or(root, |p| ids[p]), "Dest" => place };
        if at > 0 {
            item.set("Prev", ids[siblings[at - 1]]);
        }
        if let Some(next) = siblings.get(at + 1) {
            item.set("Next", ids[*next]);
        }
        let own = children(Some(i));
        if let (Some(first), Some(last)) = (own.first(), own.last()) {
            item.set("First", ids[*first]);
            item.set("Last", ids[*last]);
            item.set("Count", -(own.len() as i64));
        }
        out.set_object(ids[i], item);
    }
    let top = children(None);
    let (first, last) = (top.first()?, top.last()?);
    out.set_object(root, dictionary! { "Type" => "Outlines", "First" => ids[*first], "Last" => ids[*last], "Count" => top.len() as i64 });
    Some(root)
}
