import { createBar } from './bar.js';
import { showGraph } from './graph.js';
import { createSession } from './session.js';

const settings = document.body.dataset;
const homeQuery = fetch('/explorer/Home.graphql').then((response) => response.text());

let renewHeaders = () => {};
let settled;
const firstAnswer = new Promise((resolve) => {
  settled = resolve;
});

const session = createSession(settings, (notice) => {
  bar.show(notice);
  renewHeaders();
  settled();
});
const bar = createBar(session, settings);
session.start();

// The explorer opens with the log-in already in its headers, or without one when identity is slow to answer.
await Promise.race([firstAnswer, new Promise((resolve) => setTimeout(resolve, 5_000))]);
renewHeaders = showGraph(document.getElementById('graph'), { ...settings, session, homeQuery: await homeQuery });
