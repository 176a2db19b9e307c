// The elements and attributes of fragments of HTML as the browser's own parser reads them, without what they say:
// two fragments that differ only in names have the same.
fragments => fragments.map(fragment => {
  const page = new DOMParser().parseFromString('<!DOCTYPE html><body>' + fragment, 'text/html');
  const skeleton = element => {
    const attributes = [...element.attributes].map(one => one.name).sort();
    return `<${element.localName} ${attributes.join(' ')}>`;
  };
  return [...page.querySelectorAll('head *, body *')].map(skeleton).join('');
})
