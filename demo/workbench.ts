import '../src/define.js';
import './app/workbench-app.js';
