//! Imports between the modules of `src`: one direction between the layers, and no cycle.

// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};
use syn::{Item, UseTree};

/// The layers from the outermost on. A module may import from its own layer and from later ones.
const LAYERS: [&str; 3] = ["host", "view", "app"];

/// A module by its path from the root, as `["app", "state"]`.
type Module = Vec<String>;

/// A module that is a file of its own.
struct File {
    imports: Vec<Module>,
    /// Names that it re-exports from its children, each with the path of its definition.
    re_exports: BTreeMap<String, Module>,
}

/// Collects the paths that a file names, as far as they lead into this crate.
struct Paths {
    module: Module,
    found: Vec<Module>,
}

impl Paths {
    /// The path from the root, for one that begins with `crate`, `self` or `super`.
    fn absolute(&self, path: &[String]) -> Option<Module> {
        let mut segments = path.iter();
        let mut base = match segments.next()?.as_str() {
            "crate" => Vec::new(),
            "self" => self.module.clone(),
            "super" => self.module[..self.module.len().checked_sub(1)?].to_vec(),
            _ => return None,
        };
        for segment in segments {
            if segment == "super" {
                base.pop();
            } else {
                base.push(segment.clone());
            }
        }
        Some(base)
    }

    fn walk(&mut self, tree: &UseTree, mut prefix: Vec<String>) {
        match tree {
            UseTree::Path(path) => {
                prefix.push(path.ident.to_string());
                self.walk(&path.tree, prefix);
            }
            UseTree::Name(name) if name.ident == "self" => self.found.extend(self.absolute(&prefix)),
            UseTree::Name(name) => {
                prefix.push(name.ident.to_string());
                self.found.extend(self.absolute(&prefix));
            }
            UseTree::Rename(name) => {
                prefix.push(name.ident.to_string());
                self.found.extend(self.absolute(&prefix));
            }
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.walk(tree, prefix.clone())),
            UseTree::Glob(_) => self.found.extend(self.absolute(&prefix)),
        }
    }
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.walk(&item.tree, Vec::new());
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.found.extend(self.absolute(&segments));
        visit::visit_path(self, path);
    }
}

fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg") && attribute.parse_args::<syn::Ident>().is_ok_and(|cfg| cfg == "test")
    })
}

fn parse(path: &Path, module: Module) -> File {
    let mut paths = Paths { module: module.clone(), found: Vec::new() };
    let mut re_exports = BTreeMap::new();
    let source = syn::parse_file(&fs::read_to_string(path).unwrap()).unwrap();
    for item in &source.items {
        match item {
            Item::Mod(inner) if is_test(&inner.attrs) => {}
            Item::Use(item) if !matches!(item.vis, syn::Visibility::Inherited) => {
                let mut from = Paths { module: module.clone(), found: Vec::new() };
                from.walk(&item.tree, vec!["self".to_owned()]);
                re_exports.extend(from.found.into_iter().filter_map(|path| Some((path.last()?.clone(), path.clone()))));
            }
            item => paths.visit_item(item),
        }
    }
    File { imports: paths.found, re_exports }
}

fn files(folder: &Path, module: &Module, all: &mut BTreeMap<Module, File>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path: PathBuf = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let child = [module.clone(), vec![name.clone()]].concat();
        if path.is_dir() {
            files(&path, &child, all);
        } else if ["mod", "lib"].contains(&name.as_str()) {
            all.insert(module.clone(), parse(&path, module.clone()));
        } else if !["main", "tests"].contains(&name.as_str()) {
            all.insert(child.clone(), parse(&path, child));
        }
    }
}

/// The file that defines what the path leads to.
fn definition(path: &Module, all: &BTreeMap<Module, File>) -> Module {
    let inner = (0..=path.len()).rev().map(|length| path[..length].to_vec()).find(|module| all.contains_key(module));
    let module = inner.unwrap();
    let next = path.get(module.len()).and_then(|name| all[&module].re_exports.get(name));
    match next {
        Some(path) if *path != module => definition(path, all),
        _ => module,
    }
}

/// Which file imports from which.
fn imports() -> BTreeMap<Module, BTreeSet<Module>> {
    let mut all = BTreeMap::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &Vec::new(), &mut all);
    let of = |module: &Module, file: &File| {
        let defined = file.imports.iter().map(|path| definition(path, &all));
        defined.filter(|other| other != module).collect::<BTreeSet<_>>()
    };
    all.iter().map(|(module, file)| (module.clone(), of(module, file))).collect()
}

fn layer(module: &Module) -> Option<usize> {
    LAYERS.iter().position(|layer| module.first().is_some_and(|first| first == layer))
}

#[test]
fn imports_lead_from_host_to_view_to_app() {
    let imports = imports();
    assert!(imports.len() > 30 && imports.values().map(BTreeSet::len).sum::<usize>() > 60, "{imports:?}");
    for (module, others) in &imports {
        for other in others {
            if let (Some(from), Some(to)) = (layer(module), layer(other)) {
                assert!(from <= to, "{} imports from {}", module.join("::"), other.join("::"));
            }
        }
    }
}

#[test]
fn no_module_imports_itself_through_others() {
    fn visit(
        module: &Module,
        imports: &BTreeMap<Module, BTreeSet<Module>>,
        path: &mut Vec<Module>,
        done: &mut BTreeSet<Module>,
    ) {
        if let Some(start) = path.iter().position(|visited| visited == module) {
            let cycle: Vec<_> = path[start..].iter().chain([module]).map(|module| module.join("::")).collect();
            panic!("a cycle: {}", cycle.join(" -> "));
        }
        if done.insert(module.clone()) {
            path.push(module.clone());
            imports[module].iter().for_each(|other| visit(other, imports, path, done));
            path.pop();
        }
    }
    let imports = imports();
    let mut done = BTreeSet::new();
    imports.keys().for_each(|module| visit(module, &imports, &mut Vec::new(), &mut done));
}
