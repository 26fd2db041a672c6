"use strict";
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const root = document.documentElement;
  const filters = one("#filters"), search = one("#search"), said = one("#said");
  const choices = { rule: one("#rule"), language: one("#language"), article: one("#article") };
  const severities = all("input[name=severity]");

  // ---- what is on the page -------------------------------------------------------------------
  const findings = [];
  const articles = all("article").map((element, index) => {
    const article = {
      element, index, details: one("details", element), id: element.id,
      language: element.dataset.language, notes: one(".notes", element), marks: null, words: null,
    };
    article.findings = article.notes ? [...article.notes.children].map((card, place) => {
      const { rule, family, severity } = card.dataset;
      const finding = { article, card, number: String(place + 1), rule, family, severity, shown: true, words: null };
      findings.push(finding);
      return finding;
    }) : [];
    return article;
  });
  const byId = new Map(articles.map((article) => [article.id, article]));
  const titleOf = (article) => one("h2", article.element).textContent;
  const marksOf = (article) => (article.marks ??= all(".text mark[data-f], .text .number", article.element)
    .map((element) => ({ element, numbers: element.dataset.f.split(" ") })));
  const wordsOf = (thing, element) => (thing.words ??= element.textContent.toLowerCase());
  const articleWords = (article) => wordsOf(article, one(".text", article.element)) + "\n" + titleOf(article).toLowerCase();
  const findingOf = (element) => {
    const article = byId.get(element.closest("article")?.id);
    if (!article) return null;
    const card = element.closest(".card");
    if (card) return article.findings.find((finding) => finding.card === card);
    const numbers = element.closest("[data-f]")?.dataset.f.split(" ") ?? [];
    const found = numbers.map((number) => article.findings[number - 1]).filter((finding) => finding?.shown);
    if (found.length > 1 && found.includes(current)) return found[(found.indexOf(current) + 1) % found.length];
    return found[0] ?? null;
  };

  // ---- filtering -----------------------------------------------------------------------------
  const count = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

  function filter() {
    const sought = search.value.trim().toLowerCase();
    const [kind, name] = (choices.rule.value || ":").split(/:(.*)/s);
    const checked = new Set(severities.filter((box) => box.checked).map((box) => box.value));
    const byFinding = kind !== "" || checked.size < severities.length;
    let shownFindings = 0, shownArticles = 0;
    for (const article of articles) {
      const fits = (!choices.language.value || article.language === choices.language.value)
        && (!choices.article.value || article.id === choices.article.value);
      const holds = fits && sought !== "" && articleWords(article).includes(sought);
      // Where findings tell of the words sought, only they are meant; else the article is.
      const told = holds && article.findings.some((finding) => wordsOf(finding, finding.card).includes(sought));
      let shown = 0, changed = false;
      for (const finding of article.findings) {
        const is = fits && checked.has(finding.severity) && (kind === "" || finding[kind] === name)
          && (sought === "" || holds && !told || wordsOf(finding, finding.card).includes(sought));
        if (is !== finding.shown) {
          finding.shown = is;
          finding.card.hidden = !is;
          changed = true;
        }
        shown += is;
      }
      if (changed) {
        for (const { element, numbers } of marksOf(article)) {
          element.classList.toggle("off", !numbers.some((number) => article.findings[number - 1].shown));
        }
      }
      article.element.hidden = !(fits && (shown > 0 || holds && !byFinding || sought === "" && !byFinding));
      shownFindings += shown;
      shownArticles += !article.element.hidden;
    }
    const isFiltered = byFinding || sought !== "" || choices.language.value !== "" || choices.article.value !== "";
    one("#shown").textContent = isFiltered
      ? `${shownFindings.toLocaleString("en")} of ${count(findings.length, "finding")}` : count(findings.length, "finding");
    one("#clear").classList.toggle("idle", !isFiltered);
    one("#nothing").hidden = shownArticles > 0 || articles.length === 0;
    if (current && !current.shown) letGo();
    highlight(sought);
  }

  function highlight(sought) {
    if (!globalThis.Highlight) return;
    CSS.highlights.delete("search");
    if (sought.length < 2) return;
    const ranges = [];
    for (const article of articles) {
      if (article.element.hidden || !article.details.open || !articleWords(article).includes(sought)) continue;
      const walker = document.createTreeWalker(one(".text", article.element), NodeFilter.SHOW_TEXT);
      while (walker.nextNode() && ranges.length < 2000) {
        const node = walker.currentNode, text = node.data.toLowerCase();
        if (text.length !== node.data.length) continue;
        for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length)) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + sought.length);
          ranges.push(range);
        }
      }
    }
    CSS.highlights.set("search", new Highlight(...ranges));
  }

  function clear() {
    search.value = "";
    for (const choice of Object.values(choices)) choice.value = "";
    for (const box of severities) box.checked = true;
    filter();
  }

  // ---- the finding at hand -------------------------------------------------------------------
  let current = null;

  function places(finding) {
    return marksOf(finding.article).filter(({ numbers }) => numbers.includes(finding.number)).map(({ element }) => element);
  }

  function letGo() {
    if (!current) return;
    for (const element of places(current)) element.classList.remove("current");
    current.card.classList.remove("current");
    current.card.removeAttribute("aria-current");
    current.article.element.classList.remove("current");
    current = null;
  }

  function toCard(finding, center = true) {
    const { notes } = finding.article;
    if (notes.scrollHeight <= notes.clientHeight + 1) return;
    const top = finding.card.getBoundingClientRect().top - notes.getBoundingClientRect().top + notes.scrollTop;
    const room = notes.clientHeight - finding.card.offsetHeight;
    notes.scrollTop = top - (center ? room / 2 : 8);
  }

  // Articles that were never on the screen get their true height only when they are: so again.
  function bring(element, block, again = 2) {
    element.scrollIntoView({ block });
    if (again > 0) requestAnimationFrame(() => bring(element, block, again - 1));
  }

  function choose(finding, { focus = true, scroll = true } = {}) {
    letGo();
    current = finding;
    const { article, card } = finding;
    article.details.open = true;
    article.element.classList.add("current");
    card.classList.add("current");
    card.setAttribute("aria-current", "true");
    const marked = places(finding);
    for (const element of marked) element.classList.add("current");
    const anchor = document.getElementById(card.id.replace("f", "m"));
    const first = marked.find((element) => element.matches("mark:not(.related)")) ?? anchor;
    if (scroll) bring(first, "center");
    if (focus) anchor.focus({ preventScroll: true });
    toCard(finding);
    const shown = findings.filter((other) => other.shown);
    said.textContent = `Finding ${shown.indexOf(finding) + 1} of ${shown.length}: ${one(".message", card).textContent}`;
    remember(card.id);
  }

  function remember(id) {
    try { history.replaceState(null, "", "#" + id); } catch { /* a frame without an address */ }
  }

  function firstOnScreen() {
    const below = articles.find((article) => !article.element.hidden
      && article.element.getBoundingClientRect().bottom > filters.offsetHeight + 40);
    return findings.find((finding) => finding.shown && finding.article.index >= (below?.index ?? 0));
  }

  function step(by) {
    const shown = findings.filter((finding) => finding.shown);
    if (shown.length === 0) return;
    const at = shown.indexOf(current);
    const next = at < 0 ? (by > 0 && firstOnScreen()) || shown.at(by > 0 ? 0 : -1)
      : shown[(at + by + shown.length) % shown.length];
    choose(next);
  }

  function stepArticle(by) {
    const shown = articles.filter((article) => !article.element.hidden);
    if (shown.length === 0) return;
    const focused = byId.get(document.activeElement?.closest("article")?.id);
    const at = shown.indexOf(current?.article ?? focused);
    const next = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length];
    letGo();
    goTo(next);
  }

  function goTo(article) {
    article.element.hidden = false;
    article.details.open = true;
    one("summary", article.details).focus({ preventScroll: true });
    bring(article.element, "start");
  }

  // ---- pointer -------------------------------------------------------------------------------
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link?.classList.contains("rule")) return;
    const related = link?.closest("p.related");
    const finding = event.target.closest("article") && findingOf(event.target);
    if (!finding) {
      if (event.target.closest(".text")) letGo();
      return;
    }
    if (link) event.preventDefault();
    else if (String(getSelection()).length > 0) return;
    if (finding === current && !link && !event.target.closest(".card")) return letGo();
    choose(finding, { focus: Boolean(link), scroll: Boolean(event.target.closest(".card, .number")) });
    if (related) document.getElementById(link.hash.slice(1))?.scrollIntoView({ block: "center" });
  });
  let hovered = [];
  document.addEventListener("pointerover", (event) => {
    for (const element of hovered) element.classList.remove("hover");
    hovered = [];
    if (!event.target.closest?.("mark[data-f], .number, .card")) return;
    const finding = findingOf(event.target);
    if (!finding) return;
    hovered = [finding.card, ...places(finding)];
    for (const element of hovered) element.classList.add("hover");
  });

  // The notes follow the text while it is scrolled, unless the pointer is on them.
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      const y = parseFloat(getComputedStyle(root).getPropertyValue("--bar")) + 60;
      const article = byId.get(document.elementFromPoint(innerWidth * 0.35, y)?.closest("article")?.id);
      if (!article?.notes || article.notes.matches(":hover") || current?.article === article) return;
      if (article.notes.scrollHeight <= article.notes.clientHeight + 1) return;
      if (article.element.getBoundingClientRect().top > 0) {
        article.notes.scrollTop = 0;
        return;
      }
      const number = all(".number:not(.related, .off)", article.element).find((element) => element.getBoundingClientRect().top > y - 50);
      if (number) toCard(article.findings[number.dataset.f - 1], false);
    });
  }, { passive: true });

  // ---- charts --------------------------------------------------------------------------------
  const chart = one("#score-chart"), note = one("#chart-note");
  const articleAt = (event) => {
    const box = chart.getBoundingClientRect();
    const { left, right } = chart.dataset;
    const x = (event.clientX - box.left) / box.width * chart.viewBox.baseVal.width;
    return articles[Math.floor((x - left) / (right - left) * articles.length)];
  };
  chart?.addEventListener("pointermove", (event) => {
    const article = articleAt(event);
    note.textContent = article ? `${article.index + 1}. ${titleOf(article)}: ${one(".points", article.element).textContent}` : "";
  });
  chart?.addEventListener("pointerleave", () => { note.textContent = ""; });
  chart?.addEventListener("click", (event) => {
    const article = articleAt(event);
    if (article) goTo(article);
  });
  one("#family-chart")?.addEventListener("click", (event) => {
    const family = event.target.closest("g")?.dataset.family;
    if (!family) return;
    const value = `family:${family}`;
    choices.rule.value = choices.rule.value === value ? "" : value;
    filter();
  });

  // ---- light and dark ------------------------------------------------------------------------
  const theme = one("#theme"), prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ?? (prefersDark.matches ? "dark" : "light")) === "dark";
  const nameTheme = () => { theme.textContent = isDark() ? "Light" : "Dark"; };
  function switchTheme() {
    root.dataset.theme = isDark() ? "light" : "dark";
    try { localStorage.setItem("mtcheck-theme", root.dataset.theme); } catch { /* not allowed here */ }
    nameTheme();
  }
  try {
    const kept = localStorage.getItem("mtcheck-theme");
    if (kept === "light" || kept === "dark") root.dataset.theme = kept;
  } catch { /* not allowed here */ }
  prefersDark.addEventListener("change", nameTheme);
  theme.addEventListener("click", switchTheme);
  nameTheme();

  // ---- keys ----------------------------------------------------------------------------------
  const help = one("#help"), useKeys = one("#use-keys");
  const keys = {
    j: () => step(1), k: () => step(-1), J: () => stepArticle(1), K: () => stepArticle(-1),
    t: switchTheme, "?": () => help.showModal(),
    "/": () => { filters.scrollIntoView({ block: "nearest" }); search.focus(); search.select(); },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const isTyping = event.target.closest?.("input[type=search], select, textarea");
    if (event.key === "Escape") {
      if (isTyping) event.target.blur(); else letGo();
    } else if (!isTyping && useKeys.checked && keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  // ---- the rest ------------------------------------------------------------------------------
  const fold = one("#fold");
  const nameFold = () => { fold.textContent = articles.some((article) => article.details.open) ? "Fold all" : "Unfold all"; };
  fold.addEventListener("click", () => {
    const open = !articles.some((article) => article.details.open);
    for (const article of articles) article.details.open = open;
    nameFold();
  });
  document.addEventListener("toggle", nameFold, true);
  one("#next").addEventListener("click", () => step(1));
  one("#previous").addEventListener("click", () => step(-1));
  one("#clear").addEventListener("click", clear);
  one("#help-button").addEventListener("click", () => help.showModal());
  let typed = 0;
  search.addEventListener("input", () => { clearTimeout(typed); typed = setTimeout(filter, 120); });
  for (const choice of [...Object.values(choices), ...severities]) choice.addEventListener("change", filter);

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = articles.filter((article) => !article.details.open && !article.element.hidden);
    for (const article of folded) article.details.open = true;
  });
  addEventListener("afterprint", () => { for (const article of folded) article.details.open = false; });

  const measure = () => {
    const sticks = getComputedStyle(filters).position === "sticky";
    root.style.setProperty("--bar", sticks ? `${filters.offsetHeight}px` : "0px");
  };
  for (const element of [filters, fold, theme, one("#help-button")]) element.hidden = false;
  new ResizeObserver(measure).observe(filters);
  measure();
  nameFold();
  filter();

  const wanted = /^#(a\d+)[fmr](\d+)/.exec(location.hash);
  const finding = wanted && byId.get(wanted[1])?.findings[wanted[2] - 1];
  if (finding) {
    choose(finding, { focus: false });
    // The browser goes to the address by itself when all is loaded.
    addEventListener("load", () => setTimeout(() => choose(finding, { focus: false })));
  }
})();
