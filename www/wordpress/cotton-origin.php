<?php
/**
 * Plugin Name:       Cotton Origin
 * Description:       A block and a shortcode that estimate, from a garment's label, how much of its cotton was likely grown in the Uyghur Region.
 * Version:           @version@
 * Requires at least: 6.3
 * Requires PHP:      7.4
 * License:           MIT OR Apache-2.0
 * Text Domain:       cotton-origin
 * Domain Path:       /languages
 *
 * The widget's files lie in a folder beside this file and are served by this site itself: nobody else learns of its visitors.
 */

defined( 'ABSPATH' ) || exit;

/** The folder. Each build has a name of its own for it: no browser takes an older file that it kept. */
const COTTON_ORIGIN_WIDGET = '@widget@';

/** The digest of cotton-origin.js in it. A browser runs that file and no other, and it loads only the files it was built with. */
const COTTON_ORIGIN_DIGEST = '@digest@';

/** The translations, by a site's language or its first part: a site in Austria's German, de_AT, takes de. */
const COTTON_ORIGIN_LOCALES = array(
@locales@
);

/** As WordPress calls the script of the block's editor, from block.json. */
const COTTON_ORIGIN_EDITOR = 'cotton-origin-estimate-editor-script';

/** What the shortcode takes, and the block. Empty is as if it were not there. */
const COTTON_ORIGIN_SETTINGS = array(
	'lang'      => '',
	'region'    => '',
	'market'    => '',
	'theme'     => '',
	'questions' => '',
	'sections'  => '',
	'compact'   => '',
	'action'    => '',
	'link'      => '',
);

/** Those that are attributes of the element, as they are. */
const COTTON_ORIGIN_ATTRIBUTES = array( 'lang', 'region', 'market', 'theme', 'questions', 'sections' );

add_action( 'init', 'cotton_origin_register' );
add_filter( 'load_script_translation_file', 'cotton_origin_editor_texts', 10, 2 );

function cotton_origin_register() {
	// Before the block: what it is called is translated when it is registered.
	$texts = cotton_origin_texts();
	if ( '' !== $texts ) {
		load_textdomain( 'cotton-origin', $texts . '.mo' );
	}
	register_block_type( __DIR__, array( 'render_callback' => 'cotton_origin_block' ) );
	add_shortcode( 'cotton_origin', 'cotton_origin_shortcode' );
}

/** The files of texts in the language of the site, or of who edits it, without their ends; empty if there are none. */
function cotton_origin_texts() {
	$locale = determine_locale();
	$locale = array_key_exists( $locale, COTTON_ORIGIN_LOCALES ) ? $locale : strtok( $locale, '_' );
	if ( ! array_key_exists( $locale, COTTON_ORIGIN_LOCALES ) ) {
		return '';
	}
	return __DIR__ . '/languages/cotton-origin-' . COTTON_ORIGIN_LOCALES[ $locale ];
}

/** The texts of the editor, where WordPress asks for those of its script. */
function cotton_origin_editor_texts( $file, $handle ) {
	$texts = COTTON_ORIGIN_EDITOR === $handle ? cotton_origin_texts() : '';
	return '' === $texts ? $file : $texts . '-' . COTTON_ORIGIN_EDITOR . '.json';
}

/** The block: the element in a box that the theme aligns. */
function cotton_origin_block( $settings ) {
	return '<div ' . get_block_wrapper_attributes() . '>' . cotton_origin_element( $settings ) . '</div>';
}

/**
 * [cotton_origin lang="fr" theme="light" compact action="Ask your shop" link="https://…"]
 *
 * In a box, too: the editor puts a shortcode that is typed into a paragraph. A box ends that; without one, the element's first
 * paragraph would end it and the element with it, and all that is in the element would fall out.
 */
function cotton_origin_shortcode( $settings ) {
	// What WordPress named after the block, from block.json.
	wp_enqueue_style( 'cotton-origin-estimate-style' );
	return '<div>' . cotton_origin_element( $settings ) . '</div>';
}

/** The element and its script, from the settings of either. */
function cotton_origin_element( $settings ) {
	$settings = is_array( $settings ) ? $settings : array();
	// A word without a value, as in [cotton_origin compact].
	$compact  = in_array( 'compact', $settings, true );
	$settings = array_map( 'strval', shortcode_atts( COTTON_ORIGIN_SETTINGS, $settings, 'cotton_origin' ) );

	$attributes = $compact || filter_var( $settings['compact'], FILTER_VALIDATE_BOOLEAN ) ? ' compact' : '';
	foreach ( COTTON_ORIGIN_ATTRIBUTES as $name ) {
		if ( '' !== $settings[ $name ] ) {
			$attributes .= ' ' . $name . '="' . esc_attr( $settings[ $name ] ) . '"';
		}
	}
	return cotton_origin_script() . '<cotton-origin' . $attributes . '>' . cotton_origin_content( $settings ) . '</cotton-origin>';
}

/**
 * The script stands with every element: a browser runs a module once, however often it is named. The last four attributes ask optimisers
 * (Cloudflare, LiteSpeed, WP Rocket, Autoptimize) to leave it alone: a script that they change or move is not run.
 */
function cotton_origin_script() {
	$address = plugins_url( COTTON_ORIGIN_WIDGET . '/cotton-origin.js', __FILE__ );
	return '<script type="module" src="' . esc_url( $address ) . '" integrity="' . esc_attr( COTTON_ORIGIN_DIGEST ) . '" crossorigin data-cfasync="false" data-no-optimize="1" data-no-minify="1" data-no-defer="1"></script>';
}

/** The estimate's own page, beside the script. */
function cotton_origin_page() {
	return plugins_url( COTTON_ORIGIN_WIDGET . '/index.html', __FILE__ );
}

/** What stands there until the estimate is ready and wherever it cannot run, and the site's own link. */
function cotton_origin_content( $settings ) {
	$content = '<p>' . esc_html__( '@fallback@', 'cotton-origin' ) . ' <a href="' . esc_url( cotton_origin_page() ) . '">' . esc_html__( '@wayOn@', 'cotton-origin' ) . '</a></p>';
	$link    = esc_url( $settings['link'], array( 'http', 'https' ) );
	if ( '' !== $link && '' !== $settings['action'] ) {
		$content .= '<a slot="action" href="' . esc_url( $link ) . '">' . esc_html( $settings['action'] ) . '</a>';
	}
	return $content;
}
