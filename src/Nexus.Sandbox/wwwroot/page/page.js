// What a server cannot do for a browser: its time zone, focus, scrolling, and keys that must not do what they usually do.
(() => {
  'use strict';

  let page = null;
  const wide = () => window.matchMedia('(min-width: 1000px)').matches;

  // ---- Times -------------------------------------------------------------------------------------------------
  // https://discord.com/developers/docs/reference#message-formatting-timestamp-styles
  const styles = {
    t: { timeStyle: 'short' },
    T: { timeStyle: 'medium' },
    d: { dateStyle: 'short' },
    D: { dateStyle: 'long' },
    f: { dateStyle: 'long', timeStyle: 'short' },
    F: { dateStyle: 'full', timeStyle: 'short' },
    s: { dateStyle: 'short', timeStyle: 'short' },
    S: { dateStyle: 'short', timeStyle: 'medium' },
  };
  const units = [['year', 31536000], ['month', 2592000], ['week', 604800], ['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];

  // The emulator's clock may be ahead of this computer's.
  const now = () => Date.now() + Number(document.querySelector('.app')?.dataset.clock || 0);

  const format = (date, style) => new Intl.DateTimeFormat(undefined, styles[style] || styles.f).format(date);

  const relative = date => {
    const seconds = Math.round((date.getTime() - now()) / 1000);
    const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) || units[units.length - 1];
    return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(Math.round(seconds / length), unit);
  };

  const beside = date => {
    const today = new Date(now());
    const yesterday = new Date(now() - 86400000);
    return date.toDateString() === today.toDateString() ? `Today at ${format(date, 't')}`
      : date.toDateString() === yesterday.toDateString() ? `Yesterday at ${format(date, 't')}`
      : format(date, 's');
  };

  class NexusTime extends HTMLElement {
    static observedAttributes = ['unix', 'format'];
    connectedCallback() { this.show(); }
    attributeChangedCallback() { this.show(); }
    show() {
      const date = new Date(Number(this.getAttribute('unix')) * 1000);
      if (Number.isNaN(date.getTime())) return;
      const style = this.getAttribute('format') || 'f';
      const text = style === 'R' ? relative(date) : style === 'm' ? beside(date) : format(date, style);
      if (this.textContent !== text) this.textContent = text;
      this.title = style === 'R' || style === 'm' ? format(date, 'F') : `${format(date, 'F')} (${relative(date)})`;
    }
  }
  customElements.define('nexus-time', NexusTime);
  const refreshTimes = () => document.querySelectorAll('nexus-time').forEach(time => time.show());
  setInterval(refreshTimes, 10000);

  // ---- Light and dark ------------------------------------------------------------------------------------------
  const theme = name => { if (name) document.documentElement.dataset.theme = name; };
  theme(localStorage.getItem('theme'));
  const switchTheme = () => {
    const dark = (document.documentElement.dataset.theme || (window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
    localStorage.setItem('theme', dark ? 'light' : 'dark');
    theme(dark ? 'light' : 'dark');
  };

  // ---- Clicks in rendered messages -------------------------------------------------------------------------------
  const reveal = spoiler => {
    const shown = spoiler.classList.toggle('shown');
    spoiler.setAttribute('aria-expanded', String(shown));
  };

  document.addEventListener('click', event => {
    const target = event.target.closest('.spoiler, .veiled, [data-copy], [data-command], [data-theme-switch], a[href^="#message-"]');
    if (!target) return;
    if (target.matches('.spoiler')) {
      if (!target.classList.contains('shown')) event.preventDefault();
      reveal(target);
    } else if (target.matches('.veiled')) {
      event.preventDefault();
      target.classList.remove('veiled');
    } else if (target.matches('[data-copy]')) {
      navigator.clipboard?.writeText(target.dataset.copy);
    } else if (target.matches('[data-command]')) {
      page?.invokeMethodAsync('StartCommand', target.dataset.command);
    } else if (target.matches('[data-theme-switch]')) {
      switchTheme();
    } else {
      event.preventDefault();
      jump(target.getAttribute('href').slice(1));
    }
  }, true);

  // ---- Keys ------------------------------------------------------------------------------------------------------
  document.addEventListener('keydown', event => {
    const at = event.target;
    const open = at.getAttribute?.('aria-expanded') === 'true';
    if (at.matches?.('.spoiler') && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      reveal(at);
    } else if (at.matches?.('[data-enter]')) {
      // Enter sends, Shift+Enter breaks the line; in an open list the arrows move the choice, not the caret.
      if ((event.key === 'Enter' && !event.shiftKey) || (open && ['ArrowUp', 'ArrowDown', 'Tab'].includes(event.key))) event.preventDefault();
    } else if (at.matches?.('[data-combo]')) {
      const picks = event.key === 'Enter' && open && at.getAttribute('aria-activedescendant');
      if (picks || (open && ['ArrowUp', 'ArrowDown'].includes(event.key))) event.preventDefault();
    } else if (at.closest?.('[role=menu]')) {
      moveInMenu(event, at.closest('[role=menu]'));
    } else if (at.matches?.('a.channel') && ['ArrowUp', 'ArrowDown'].includes(event.key)) {
      moveAmong(event, [...document.querySelectorAll('a.channel')], at);
    } else if (at.matches?.('.messages, .message') && ['ArrowUp', 'ArrowDown'].includes(event.key)) {
      const messages = [...document.querySelectorAll('.messages .message')];
      if (at.matches('.message')) moveAmong(event, messages, at);
      else if (event.key === 'ArrowUp') { event.preventDefault(); messages.at(-1)?.focus(); }
    } else if (at.matches?.('.message') && (event.key === 'ContextMenu' || (event.key === 'Enter'))) {
      event.preventDefault();
      at.querySelector('.more')?.click();
    }
  }, true);

  const moveAmong = (event, all, at) => {
    event.preventDefault();
    all[(all.indexOf(at) + (event.key === 'ArrowDown' ? 1 : all.length - 1)) % all.length]?.focus();
  };

  const moveInMenu = (event, menu) => {
    const items = [...menu.querySelectorAll('button')];
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step) {
      event.preventDefault();
      items[(items.indexOf(document.activeElement) + step + items.length) % items.length]?.focus();
    }
  };

  // Escape would close the dialog behind the server's back.
  document.addEventListener('cancel', event => {
    if (!event.target.matches?.('dialog[data-modal]')) return;
    event.preventDefault();
    event.target.querySelector('[data-close]')?.click();
  }, true);

  // ---- Scrolling and focus -----------------------------------------------------------------------------------------
  let stuck = true;
  let channel = null;
  let menu = null;
  let opener = null;

  // Only a person's own scrolling lets go of the end: a list that grew, or shrank beside a form, is brought back to it.
  let extent = '';
  const extentOf = list => `${list.clientHeight}/${list.scrollHeight}`;
  const toEnd = list => {
    if (stuck) list.scrollTop = list.scrollHeight;
    extent = extentOf(list);
  };
  const sized = new ResizeObserver(([{ target }]) => toEnd(target));

  document.addEventListener('scroll', event => {
    const list = event.target;
    if (!list.matches?.('[data-stick]')) return;
    if (extentOf(list) === extent) stuck = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
    else toEnd(list);
  }, true);

  const jump = id => {
    const message = document.getElementById(id);
    if (!message) return false;
    message.scrollIntoView({ block: 'center' });
    message.classList.add('found');
    setTimeout(() => message.classList.remove('found'), 2500);
    message.focus({ preventScroll: true });
    return true;
  };

  let before = null;
  let watched = null;
  const drawn = () => {
    const list = document.querySelector('[data-stick]');
    if (list !== watched) {
      sized.disconnect();
      if (list) sized.observe(list);
      watched = list;
    }
    if (list) {
      if (list.dataset.channel !== channel) {
        channel = list.dataset.channel;
        stuck = true;
      }
      if (location.hash.startsWith('#message-') && jump(location.hash.slice(1))) {
        stuck = false;
        history.replaceState(history.state, '', location.pathname);
      } else {
        toEnd(list);
      }
    }

    document.querySelectorAll('dialog[data-modal]:not([open])').forEach(dialog => {
      before = document.activeElement;
      dialog.showModal();
      dialog.querySelector('.modal-body input, .modal-body textarea, .modal-body select')?.focus();
    });
    if (before && !document.querySelector('dialog[open]')) {
      (before.isConnected ? before : document.querySelector('#command-box'))?.focus();
      before = null;
    }

    const open = document.querySelector('[data-menu]');
    if (open && open !== menu) {
      const box = open.getBoundingClientRect();
      if (box.bottom > innerHeight - 8) open.classList.add('up');
      opener = document.activeElement;
      open.querySelector('button')?.focus();
    }
    if (!open && menu && opener?.isConnected && document.activeElement === document.body) opener.focus();
    menu = open;

    const at = document.querySelector('.options .at');
    at?.scrollIntoView({ block: 'nearest' });
    refreshTimes();
  };

  // Pictures that load late must not push the newest message out of sight.
  document.addEventListener('load', event => {
    const list = event.target.closest?.('[data-stick]');
    if (list) toEnd(list);
  }, true);

  window.nexusPage = {
    start: reference => { page = reference; return wide(); },
    isWide: wide,
    drawn,
    focus: selector => setTimeout(() => document.querySelector(selector)?.focus(), 0),
  };
})();
