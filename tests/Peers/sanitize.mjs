// What JupyterLab and GitHub leave of fragments of HTML. Reads a JSON array of them; writes what remains, by place.
import { readFileSync } from 'node:fs';
import { Sanitizer } from '@jupyterlab/apputils/lib/sanitizer.js';
import sanitizeHtml from 'sanitize-html';

const jupyterLab = new Sanitizer();

// The allow-list that GitHub has published with html-pipeline.
const words = text => text.trim().split(/\s+/);
const gitHub = {
  allowedTags: words(`
    h1 h2 h3 h4 h5 h6 br b i strong em a pre code img input tt div ins del sup sub p picture ol ul table thead tbody
    tfoot blockquote dl dt dd kbd q samp var hr ruby rt rp li tr td th s strike summary details caption figure
    figcaption abbr bdo cite dfn mark small source span time wbr`),
  allowedAttributes: {
    a: ['href'],
    img: ['src', 'longdesc', 'loading', 'alt'],
    div: ['itemscope', 'itemtype'],
    source: ['srcset'],
    '*': words(`
      abbr accept accept-charset accesskey action align alt aria-describedby aria-hidden aria-label aria-labelledby
      axis border char charoff charset checked clear cols colspan compact coords datetime dir disabled enctype for
      frame headers height hreflang hspace id ismap label lang maxlength media method multiple name nohref noshade
      nowrap open progress prompt readonly rel rev role rows rowspan rules scope selected shape size span start
      summary tabindex title type usemap valign value width itemprop`),
  },
  allowedSchemes: ['http', 'https'],
};

const fragments = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify({
  jupyterLab: fragments.map(fragment => jupyterLab.sanitize(fragment)),
  gitHub: fragments.map(fragment => sanitizeHtml(fragment, gitHub)),
}));
