// All tests of the page, in one process with one mock: node --test
import "./setup.mjs";
import "./overview.mjs";
import "./operations.mjs";
import "./traffic.mjs";
import "./state.mjs";
import "./controls.mjs";
import "./safety.mjs";
import "./foreign.mjs";
import "./looks.mjs";
