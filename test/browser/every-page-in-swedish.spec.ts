import { describeEveryPage } from './lib/tour.js';

describeEveryPage('sv', { light: 'all', dark: ['color-contrast'] });
