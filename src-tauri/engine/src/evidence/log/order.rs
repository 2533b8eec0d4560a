//! Puts the rows of a log in order, children before parents, keeping the file's order where it holds.
//!
//! In: rows in any order. Out: the ordered rows, and the rows that are their own ancestors:
//! no repository writes those, a broken file may.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use super::Row;

/// Orders rows so that every child comes before its parents; of those that are free, the earlier line first.
pub(super) fn children_first(rows: Vec<Row>) -> (Vec<Row>, Vec<Row>) {
    let at: HashMap<[u8; 20], usize> = rows.iter().enumerate().map(|(at, r)| (r.id, at)).collect();
    let parents: Vec<Vec<usize>> = rows
        .iter()
        .map(|row| {
            row.parents
                .iter()
                .filter_map(|id| at.get(id).copied())
                .collect()
        })
        .collect();
    let mut children = vec![0_usize; rows.len()];
    parents
        .iter()
        .flatten()
        .for_each(|&parent| children[parent] += 1);
    let mut free: BinaryHeap<Reverse<usize>> = (0..rows.len())
        .filter(|&at| children[at] == 0)
        .map(Reverse)
        .collect();
    let mut rank = vec![usize::MAX; rows.len()];
    let mut placed = 0;
    while let Some(Reverse(row)) = free.pop() {
        rank[row] = placed;
        placed += 1;
        for &parent in &parents[row] {
            children[parent] -= 1;
            if children[parent] == 0 {
                free.push(Reverse(parent));
            }
        }
    }
    let mut ranked: Vec<(usize, Row)> = rank.into_iter().zip(rows).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    let rest = ranked.split_off(placed);
    let only_rows = |ranked: Vec<(usize, Row)>| ranked.into_iter().map(|(_, row)| row).collect();
    (only_rows(ranked), only_rows(rest))
}
