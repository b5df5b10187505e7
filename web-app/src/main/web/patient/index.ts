import '../shared/style/base.css';
import './patient.css';
import './frame';
import { settleLanguage } from '../shared/i18n';
import { applyTheme } from '../shared/theme';

applyTheme();
settleLanguage();
