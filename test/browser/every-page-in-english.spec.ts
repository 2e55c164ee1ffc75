import { describeEveryPage } from './lib/tour.js';

describeEveryPage('en', { dark: 'all' });
