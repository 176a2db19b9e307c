// Texts whose contrast with what lies behind them is below 4.5, from the colours that the browser has computed.
() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = colour => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top, below) => top.slice(0, 3).map((part, i) => part * top[3] + below[i] * (1 - top[3]));
  const luminance = colour => colour.map(part => part / 255)
    .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (one, other) => {
    const [a, b] = [luminance(one), luminance(other)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };

  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const page = getComputedStyle(document.documentElement).colorScheme.includes('dark') && dark ? '#121212' : '#ffffff';
  const groundOf = element => {
    const layers = [];
    for (let e = element; e; e = e.parentElement) {
      const colour = rgba(getComputedStyle(e).backgroundColor);
      layers.push(colour);
      if (colour[3] == 1) break;
    }
    return layers.reverse().reduce((below, top) => over(top, below), rgba(page).slice(0, 3));
  };
  // In a drawing the ground is the last shape painted before the text that lies under its middle.
  const groundInSvg = (text, svg) => {
    const box = text.getBoundingClientRect();
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    let ground = groundOf(svg.parentElement);
    for (const shape of svg.querySelectorAll('rect, text')) {
      if (shape === text) break;
      const place = shape.getBoundingClientRect();
      const style = getComputedStyle(shape);
      if (shape.tagName == 'rect' && x > place.left && x < place.right && y > place.top && y < place.bottom
        && style.fill != 'none') {
        const fill = rgba(style.fill);
        ground = over([...fill.slice(0, 3), fill[3] * style.opacity * style.fillOpacity], ground);
      }
    }
    return ground;
  };

  const found = new Set();
  let count = 0;
  const judge = (element, ink, ground) => {
    count++;
    const ratio = contrast(over(rgba(ink), ground), ground);
    if (ratio < 4.5) {
      const word = element.closest('[data-word]')?.dataset.word;
      const colours = `${ratio.toFixed(2)} ${ink} on ${ground.map(Math.round)}`;
      found.add(`${word}: ${colours} "${element.textContent.slice(0, 30)}"`);
    }
  };
  for (const text of document.querySelectorAll('.drawn > svg text'))
    judge(text, getComputedStyle(text).fill, groundInSvg(text, text.closest('svg')));
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.closest('.nbgrad-view') || element.closest('svg, style')) continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (element.closest('[style*=clip-path]')) continue;
    judge(element, getComputedStyle(element).color, groundOf(element));
  }
  return [...found, 'texts ' + count];
}
