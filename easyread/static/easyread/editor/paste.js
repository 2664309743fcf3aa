/* Paste from Word or the web into an Easy Read field: every sentence stays and gets a line of its own; styling goes. */
(() => {
  const kit = (window.easyRead = window.easyRead || {});
  const BLOCKS = /^(?:P|DIV|LI|H[1-6]|TR|TABLE|UL|OL|BLOCKQUOTE|SECTION|ARTICLE|HEADER|FOOTER|DT|DD|PRE|FIGCAPTION|TD|TH|CAPTION)$/;
  const UNSEEN = /^(?:STYLE|SCRIPT|TITLE|META|LINK|NOSCRIPT|TEMPLATE|IMG|SVG|DEL)$/;
  const POINT = /^\s*(?:[•◦▪●‣·§]|[-–—o*](?=\s))\s*/;
  const SHORT = /(?:^|[\s(])(?:Mr|Mrs|Ms|Mx|Dr|St|No|e\.g|i\.e|approx)\.\s*$/;

  // Signs of lists, hidden words, comments, and the small numbers of footnotes. What a footnote says stays.
  const MARKS = /mso-list:\s*ignore|display:\s*none|mso-hide:\s*all|mso-element:\s*comment|mso-(?:foot|end)note-id|mso-comment-/i;
  const isIgnored = (node) =>
    MARKS.test(node.getAttribute("style") || "") || /MsoCommentReference|msoDel/.test(node.getAttribute("class") || "");

  // The words of an element, a line for each block. Spaces and line ends in the source are only spaces.
  const textOf = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data.replace(/[ \t\r\n]+/g, " ");
    if (node.nodeType !== Node.ELEMENT_NODE || UNSEEN.test(node.tagName.toUpperCase())) return "";
    if (isIgnored(node)) return "";
    if (node.tagName === "BR") return "\n";
    const inside = [...node.childNodes].map(textOf).join("");
    return BLOCKS.test(node.tagName) ? `\n${inside}\n` : inside;
  };

  const tidy = (text) =>
    text.replace(/[\u00ad\u200b\u200c\u200d\ufeff]/g, "").replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, " ")
      .replace(/[ \t]+/g, " ");

  const sentencesOf = (line) => {
    if (!window.Intl || !Intl.Segmenter) return [line];
    const found = [];
    for (const { segment } of new Intl.Segmenter("en-GB", { granularity: "sentence" }).segment(line)) {
      if (found.length && SHORT.test(found[found.length - 1])) found[found.length - 1] += segment;
      else found.push(segment);
    }
    return found;
  };

  kit.cleaned = (html, plain) => {
    const text = html ? textOf(new DOMParser().parseFromString(html, "text/html").body) : plain;
    const lines = tidy(text).split(/[\r\n\u2028\u2029\v\f]+/).map((line) => line.replace(POINT, "").trim());
    return lines.filter(Boolean).flatMap(sentencesOf).map((line) => line.trim()).filter(Boolean);
  };

  const paste = (event) => {
    const input = event.target;
    if (!kit.isEasy(input) || !event.clipboardData) return;
    const lines = kit.cleaned(event.clipboardData.getData("text/html"), event.clipboardData.getData("text/plain"));
    if (!lines.length) return;
    event.preventDefault();
    const oneLine = input.tagName === "INPUT";
    kit.write(input, input.selectionStart, input.selectionEnd, lines.join(oneLine ? " " : "\n"));
    kit.say(lines.length > 1 && !oneLine ? `${lines.length} sentences came in, one on each line.` : "The words came in.");
  };

  kit.startPasting = () => document.addEventListener("paste", paste);
})();
