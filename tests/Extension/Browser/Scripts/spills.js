// What is wrong with views as a host shows them: texts over each other or over a picture, pictures that are not drawn,
// and texts that the view meant for nobody's eyes. The argument tells where the views are, and whether the host has
// taken their styles and their pictures.
({ outputs, isSanitized, hasPictures }) => {
  const found = [];
  const meet = (a, b) => a.left < b.right - 0.5 && b.left < a.right - 0.5
    && a.top < b.bottom - 3 && b.top < a.bottom - 3;
  const isSeen = element => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  // What a box that scrolls shows of a text at the moment.
  const shown = (box, element) => {
    for (let e = element; e; e = e.parentElement) {
      if (getComputedStyle(e).overflowY == 'visible') continue;
      const frame = e.getBoundingClientRect();
      box = { left: Math.max(box.left, frame.left), right: Math.min(box.right, frame.right),
        top: Math.max(box.top, frame.top), bottom: Math.min(box.bottom, frame.bottom) };
    }
    return box;
  };
  const parts = [...document.querySelectorAll(outputs)];
  for (const part of parts) {
    const tell = what => found.push((part.dataset.word ?? parts.indexOf(part)) + ': ' + what);
    if (isSanitized && part.querySelector('style, script, svg, iframe')) tell('not sanitized');
    const texts = [];
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (!node.data.trim() || !isSeen(node.parentElement)) continue;
      if (/nbgrad-|!important|@media|xmlns/.test(node.data)) tell('spilled: ' + node.data.slice(0, 60));
      if (node.parentElement.closest('[style*="overflow:hidden"][style*="width:1px"]')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const whole of range.getClientRects()) {
        const box = shown(whole, node.parentElement);
        if (box.right > box.left + 1 && box.bottom > box.top)
          texts.push({ text: node.data.trim().slice(0, 40), box });
      }
    }
    const images = [...part.querySelectorAll('img')];
    for (const image of images) {
      if (!image.alt.trim()) tell('picture without words');
      if (hasPictures && image.checkVisibility() && !image.naturalWidth) tell('picture not drawn');
      if (hasPictures && image.checkVisibility())
        for (const one of texts)
          if (meet(one.box, image.getBoundingClientRect())) tell('over the picture: ' + one.text);
    }
    texts.sort((a, b) => a.box.top - b.box.top);
    for (let i = 0; i < texts.length; i++)
      for (let j = i + 1; j < texts.length && texts[j].box.top < texts[i].box.bottom; j++)
        if (meet(texts[i].box, texts[j].box)) tell('overlap: ' + texts[i].text + ' and ' + texts[j].text);
  }
  if (!parts.length) found.push('there is no output');
  return found;
}
