package org.bandung.api;

