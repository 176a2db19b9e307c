// The elements and attributes of fragments of HTML as the browser's own parser reads them, without what they say:
// two fragments that differ only in names have the same.
fragments => fragments.map(fragment => {
  const said = new Set(['alt', 'title', 'aria-label', 'src', 'style', 'width', 'height', 'data-tip', 'viewBox']);
  const page = new DOMParser().parseFromString('<!DOCTYPE html><body>' + fragment, 'text/html');
  const skeleton = element => {
    const attributes = [...element.attributes].map(one => said.has(one.name) ? one.name : one.name);
    return `<${element.localName} ${attributes.sort().join(' ')}>`;
  };
  return [...page.querySelectorAll('head *, body *')].map(skeleton).join('');
})
